package kconfigls.rules.sources;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.model.ModelIssue;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.TreeWalk;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/**
 * Reports files that are named like those of the tree and that none of its projects includes. Of
 * files that include each other only the first is reported.
 */
public final class UnreferencedKconfigFile implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "sources",
              "unreferenced-kconfig-file",
              Severity.HINT,
              "a Kconfig file that no project of the tree includes")
          .optIn();

  private static final Pattern NAME =
      Pattern.compile("(?:Kconfig|Config\\.in)(?:[.-](?!.*(?:\\.|~$)).*)?");

  /** Files of programs and texts about Kconfig, leftovers of editors and patches. */
  private static final Set<String> OTHER =
      Set.of(
          "py",
          "rst",
          "md",
          "txt",
          "c",
          "h",
          "sh",
          "pl",
          "cmake",
          "include",
          "orig",
          "rej",
          "bak",
          "swp",
          "old",
          "new",
          "tmp",
          "template",
          "sample",
          "example",
          "in");

  /** Folders whose files belong to other roots, or to none. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?:.*/)?(?:Documentation|docs?|tools?|util|utils|samples?|examples?|tests?|testing|scripts)/.*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    List<ProjectModel> models = projects.semantics().snapshot().models();
    if (models.isEmpty() || models.stream().anyMatch(UnreferencedKconfigFile::isIncomplete)) {
      return;
    }
    VfsPath root = models.getFirst().spec().srctree();
    Map<VfsPath, SyntaxTree> unknown = new LinkedHashMap<>();
    for (VfsPath file : projects.treeFiles().named(UnreferencedKconfigFile::isKconfig)) {
      boolean elsewhere = ELSEWHERE.matcher(file.relativeTo(root)).matches();
      if (!elsewhere && projects.including(file).isEmpty() && !isPattern(models, file)) {
        parse(projects, file).ifPresent(tree -> unknown.put(file, tree));
      }
    }
    Set<VfsPath> reached = new HashSet<>();
    unknown.forEach((file, tree) -> reached.addAll(sourced(file, tree, root)));
    unknown.forEach(
        (file, tree) -> {
          if (!reached.contains(file) && !isRoot(tree) && !tree.statements().isEmpty()) {
            String message = "no project of this tree includes this file";
            sink.report(Draft.of(new Place(file, TextRange.at(0)), message).in(List.of()));
          }
        });
  }

  /** Whether a project may include files that are not known. */
  private static boolean isIncomplete(ProjectModel model) {
    return model.spec().isFragment()
        || model.issues().stream()
            .anyMatch(
                issue ->
                    issue.kind() == ModelIssue.Kind.UNRESOLVED_PATH
                        || issue.kind() == ModelIssue.Kind.TOO_MANY_FILES);
  }

  private static boolean isKconfig(String name) {
    int dot = name.lastIndexOf('.');
    return NAME.matcher(name).matches()
        && (name.equals("Config.in") || dot < 0 || !OTHER.contains(name.substring(dot + 1)));
  }

  /** Whether a file matches a pattern that is sourced, for instance since it came later. */
  private static boolean isPattern(List<ProjectModel> models, VfsPath file) {
    return models.stream()
        .flatMap(model -> model.globs().keySet().stream())
        .anyMatch(glob -> glob.matches(file.text()));
  }

  private static Optional<SyntaxTree> parse(CheckedProjects projects, VfsPath file) {
    Optional<SourceText> text = projects.treeFiles().text(file);
    return text.map(KconfigParser::parse);
  }

  /** What a file sources, from the tree's root or from its own folder. */
  private static Set<VfsPath> sourced(VfsPath file, SyntaxTree tree, VfsPath root) {
    Set<VfsPath> paths = new HashSet<>();
    VfsPath folder = file.parent();
    TreeWalk.statements(
        tree.statements(),
        statement -> {
          if (statement instanceof Statement.Source source && source.path() != null) {
            paths.add(root.resolve(source.path().text()));
            if (folder != null) {
              paths.add(folder.resolve(source.path().text()));
            }
          }
        });
    paths.remove(file);
    return paths;
  }

  /** Whether a file is the root of another tree. */
  private static boolean isRoot(SyntaxTree tree) {
    return tree.statements().stream().anyMatch(Statement.MainMenu.class::isInstance);
  }
}
