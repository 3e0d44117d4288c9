package kconfigls.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.cli.report.CheckResult;
import kconfigls.cli.report.Fingerprints;
import kconfigls.dialect.Dialect;
import kconfigls.io.DiskTreeFiles;
import kconfigls.io.GitRepository;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.FollowOns;
import kconfigls.rules.RuleRunner;
import kconfigls.vfs.VfsPath;

/** Runs the rules over a loaded tree. */
final class TreeCheck {
  private final LoadedTree tree;
  private final RuleRunner runner;

  TreeCheck(LoadedTree tree, RuleRunner runner) {
    this.tree = tree;
    this.runner = runner;
  }

  /**
   * The findings.
   *
   * @param loose files to look at that belong to no project
   * @param scopes files and folders to report on; empty for the whole tree
   * @param configs what was found in configuration files
   * @param faults filled by the runner
   */
  CheckResult run(
      List<FileCell> loose, List<VfsPath> scopes, ConfigCheck.Result configs, List<String> faults) {
    CheckedProjects projects =
        new CheckedProjects(
            tree.semantics(),
            tree.selected(),
            CancelToken.NONE,
            new DiskTreeFiles(tree.tree().srctree()));
    Snapshot snapshot = tree.snapshot();
    Set<VfsPath> roots = new HashSet<>();
    tree.selected().forEach(model -> roots.add(model.spec().root()));
    List<FileCell> cells = new ArrayList<>(loose);
    for (VfsPath file : projects.files()) {
      snapshot.present(file).ifPresent(cells::add);
    }
    Dialect dialect = dialect();
    List<Finding> ofFiles = new ArrayList<>();
    cells.parallelStream()
        .filter(cell -> inScope(cell.path(), scopes))
        .map(
            cell ->
                runner.checkFile(
                    new CheckedFile(cell.path(), cell.tree(), dialect, roots.contains(cell.path())),
                    projects.projectNames(cell.path())))
        .forEachOrdered(ofFiles::addAll);
    List<Finding> ofProjects = runner.checkProjects(projects);
    List<Finding> findings = new ArrayList<>(FollowOns.removed(ofFiles, ofProjects));
    ofProjects.stream()
        .filter(finding -> inScope(finding.place().file(), scopes))
        .forEach(findings::add);
    return result(findings, cells, configs, faults);
  }

  /** What was found in configuration files, and nothing in the tree itself. */
  CheckResult nothingBut(ConfigCheck.Result configs, List<String> faults) {
    return result(List.of(), List.of(), configs, faults);
  }

  private CheckResult result(
      List<Finding> ofTree, List<FileCell> cells, ConfigCheck.Result configs, List<String> faults) {
    List<Finding> findings = new ArrayList<>(ofTree);
    findings.addAll(configs.findings());
    findings.sort(Finding.ORDER);
    VfsPath root = tree.tree().srctree();
    CheckResult.Sources ofCells = sources(cells);
    CheckResult.Sources sources =
        path -> Optional.ofNullable(configs.sources().get(path)).or(() -> ofCells.source(path));
    return new CheckResult(
        root,
        GitRepository.top(root).orElse(root),
        tree.selected(),
        sources,
        Fingerprints.named(findings, root, sources),
        0,
        List.copyOf(faults));
  }

  private CheckResult.Sources sources(List<FileCell> loose) {
    return path -> {
      Optional<FileCell> cell = tree.snapshot().present(path);
      return cell.isPresent()
          ? cell.map(FileCell::source)
          : loose.stream().filter(c -> c.path().equals(path)).findFirst().map(FileCell::source);
    };
  }

  private Dialect dialect() {
    return tree.selected().stream()
        .map(ProjectModel::spec)
        .findFirst()
        .map(spec -> spec.dialect())
        .orElse(tree.tree().dialect());
  }

  private static boolean inScope(VfsPath file, List<VfsPath> scopes) {
    return scopes.isEmpty() || scopes.stream().anyMatch(file::isIn);
  }
}
