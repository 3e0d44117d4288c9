package kconfigls.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.FileCell;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Finding;
import kconfigls.rules.Rule;
import kconfigls.rules.RuleRunner;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.vfs.VfsPath;

/**
 * The syntax errors and the errors of macros at which the tree's own program stops: they stand
 * beside its values, which are those of the rest.
 */
final class TreeErrors {
  private static final int SHOWN = 20;

  private TreeErrors() {}

  /** Lines {@code FILE:LINE: error: MESSAGE}; of many only the first, and a rule's own fault. */
  static void print(LoadedTree tree, ProjectModel model, PrintWriter err) {
    List<Finding> errors =
        find(tree, model, err).stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .sorted(Finding.ORDER)
            .toList();
    for (Finding error : errors.subList(0, Math.min(SHOWN, errors.size()))) {
      String file = error.place().file().relativeTo(model.spec().srctree());
      int line = tree.semantics().line(error.place());
      err.println(file + ":" + line + ": error: " + error.message());
    }
    if (errors.size() > SHOWN) {
      err.println("… and " + (errors.size() - SHOWN) + " more errors; see check");
    }
  }

  /** Trees without any are not looked at closely: values are asked for often. */
  private static List<Finding> find(LoadedTree tree, ProjectModel model, PrintWriter err) {
    List<Rule> rules =
        Rules.all().stream()
            .filter(rule -> List.of("syntax", "macros").contains(rule.info().category()))
            .toList();
    RuleRunner runner =
        new RuleRunner(
            rules, RuleSettings.DEFAULT, fault -> err.println("kconfig-ls: " + fault.text()));
    List<Finding> found = new ArrayList<>();
    for (VfsPath path : model.fileSet()) {
      FileCell cell = tree.snapshot().present(path).orElseThrow();
      if (!cell.problems().isEmpty()) {
        boolean root = model.spec().root().equals(path);
        CheckedFile file = new CheckedFile(path, cell.tree(), model.spec().dialect(), root);
        found.addAll(runner.checkFile(file, List.of()));
      }
    }
    if (!model.macroIssues().isEmpty()) {
      found.addAll(
          runner.checkProjects(
              new CheckedProjects(tree.semantics(), List.of(model), CancelToken.NONE)));
    }
    return found;
  }
}
