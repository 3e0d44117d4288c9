package kconfigls.cli;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.cli.report.CheckResult;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.cli.report.Fingerprints;
import kconfigls.dialect.Dialect;
import kconfigls.io.DiskLoader;
import kconfigls.io.DiskTreeFiles;
import kconfigls.io.git.Repository;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.FollowOns;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.rules.Suppressions;
import kconfigls.rules.Suppressor;
import kconfigls.text.SourceText;
import kconfigls.usage.SourceIndex;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** Runs the rules over a loaded tree. */
final class TreeCheck {
  private final LoadedTree tree;
  private final RuleRunner runner;
  private final SourceIndex index;

  /**
   * A check of a tree.
   *
   * @param index {@link SourceIndex#NONE} if the sources are not to be looked at
   */
  TreeCheck(LoadedTree tree, RuleRunner runner, SourceIndex index) {
    this.tree = tree;
    this.runner = runner;
    this.index = index;
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
            new DiskTreeFiles(tree.tree().srctree()),
            index);
    List<FileCell> cells = new ArrayList<>(loose);
    for (VfsPath file : projects.files()) {
      tree.snapshot().present(file).ifPresent(cells::add);
    }
    List<FileCell> inScope = cells.stream().filter(cell -> isInScope(cell.path(), scopes)).toList();
    List<Finding> findings = findings(inScope, scopes, projects);
    findings.addAll(configs.findings());
    Map<VfsPath, FileCell> byPath = new HashMap<>();
    cells.forEach(cell -> byPath.put(cell.path(), cell));
    CheckResult.Sources sources = sources(byPath, configs);
    Suppressor suppressor =
        runner.suppressor(path -> comments(byPath.get(path), sources.source(path)));
    List<Finding> told = new ArrayList<>(suppressor.told(findings));
    int suppressed = findings.size() - told.size();
    List<Finding> ofComments = ofComments(inScope, suppressor, projects);
    told.addAll(ofComments);
    findings.addAll(ofComments);
    return result(findings, told, suppressed, sources, faults);
  }

  /** What was found in configuration files, and nothing in the tree itself. */
  CheckResult nothingBut(ConfigCheck.Result configs, List<String> faults) {
    CheckResult.Sources sources = sources(Map.of(), configs);
    List<Finding> told =
        runner.suppressor(path -> comments(null, sources.source(path))).told(configs.findings());
    int suppressed = configs.findings().size() - told.size();
    return result(configs.findings(), told, suppressed, sources, faults);
  }

  /** All findings have their names, also those that are not told. */
  private CheckResult result(
      List<Finding> all,
      List<Finding> told,
      int suppressed,
      CheckResult.Sources sources,
      List<String> faults) {
    List<Finding> findings = new ArrayList<>(all);
    findings.sort(Finding.ORDER);
    Set<Finding> shown = Collections.newSetFromMap(new IdentityHashMap<>());
    shown.addAll(told);
    VfsPath root = tree.tree().srctree();
    List<Reported> reported =
        Fingerprints.named(findings, root, sources).stream()
            .filter(each -> shown.contains(each.finding()))
            .toList();
    return new CheckResult(
        root,
        Repository.top(root).orElse(root),
        tree.selected(),
        sources,
        reported,
        suppressed,
        List.copyOf(faults));
  }

  private List<Finding> findings(
      List<FileCell> cells, List<VfsPath> scopes, CheckedProjects projects) {
    List<Finding> ofFiles = new ArrayList<>();
    cells.parallelStream()
        .map(cell -> runner.checkFile(checked(cell), projects.projectNames(cell.path())))
        .forEachOrdered(ofFiles::addAll);
    List<Finding> ofProjects = runner.checkProjects(projects);
    List<Finding> findings = new ArrayList<>(FollowOns.removed(ofFiles, ofProjects));
    ofProjects.stream()
        .filter(finding -> isInScope(finding.place().file(), scopes))
        .forEach(findings::add);
    findings.sort(Finding.ORDER);
    return findings;
  }

  /** What is wrong with the comments that suppress findings, once all findings have passed. */
  private List<Finding> ofComments(
      List<FileCell> cells, Suppressor suppressor, CheckedProjects projects) {
    Set<String> selected = new HashSet<>();
    tree.selected().forEach(model -> selected.add(model.spec().name()));
    boolean complete =
        tree.tree().specs().stream().allMatch(spec -> selected.contains(spec.name()));
    List<Finding> findings = new ArrayList<>();
    for (FileCell cell : cells) {
      List<RuleId> unused = suppressor.unused(cell.path());
      if (!unused.isEmpty()) {
        List<String> names = projects.projectNames(cell.path());
        findings.addAll(runner.checkSuppressions(checked(cell), unused, names, complete));
      }
    }
    return findings;
  }

  private Suppressions comments(@Nullable FileCell cell, Optional<SourceText> text) {
    return cell != null
        ? Suppressions.of(cell.tree(), dialect())
        : text.map(Suppressions::of).orElse(Suppressions.NONE);
  }

  private CheckedFile checked(FileCell cell) {
    boolean root =
        tree.selected().stream().anyMatch(model -> model.spec().root().equals(cell.path()));
    return new CheckedFile(cell.path(), cell.tree(), dialect(), root);
  }

  private CheckResult.Sources sources(Map<VfsPath, FileCell> cells, ConfigCheck.Result configs) {
    Map<VfsPath, Optional<SourceText>> read = new ConcurrentHashMap<>();
    return path ->
        Optional.ofNullable(configs.sources().get(path))
            .or(
                () ->
                    Optional.ofNullable(cells.get(path))
                        .or(() -> tree.snapshot().present(path))
                        .map(FileCell::source))
            .or(() -> read.computeIfAbsent(path, TreeCheck::text));
  }

  /** A source that belongs to no project. */
  private static Optional<SourceText> text(VfsPath path) {
    return DiskLoader.load(path) instanceof FileState.Present present
        ? Optional.of(present.source())
        : Optional.empty();
  }

  private Dialect dialect() {
    return tree.selected().stream()
        .map(ProjectModel::spec)
        .findFirst()
        .map(spec -> spec.dialect())
        .orElse(tree.tree().dialect());
  }

  /** Whether a file is to be reported on; no scopes stand for the whole tree. */
  static boolean isInScope(VfsPath file, List<VfsPath> scopes) {
    return scopes.isEmpty() || scopes.stream().anyMatch(file::isIn);
  }
}
