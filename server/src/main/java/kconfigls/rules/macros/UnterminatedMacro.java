package kconfigls.rules.macros;

import kconfigls.analysis.Place;
import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;

/** Reports macros that end with their line, in the text of a file or of a variable. */
public final class UnterminatedMacro implements FileRule, ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "unterminated-macro",
          Severity.ERROR,
          "a macro without its closing parenthesis");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (SyntaxProblem problem : file.tree().problems()) {
      if (problem.kind() == ProblemKind.UNTERMINATED_MACRO) {
        sink.report(Draft.of(new Place(file.path(), problem.range()), problem.message()));
      }
    }
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(
        projects,
        sink,
        at ->
            at.is(MacroIssue.Kind.UNTERMINATED)
                ? at.say("the macro `" + at.issue().subject() + "` has no closing ')'")
                : null);
  }
}
