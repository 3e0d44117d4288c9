package kconfigls.rules.macros;

import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports variables whose expansion never ends. */
public final class RecursiveVariable implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "recursive-variable",
          Severity.ERROR,
          "a macro variable that references itself");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(
        projects,
        sink,
        at ->
            at.is(MacroIssue.Kind.RECURSIVE_VARIABLE)
                ? at.say(
                    "the variable `"
                        + at.issue().subject()
                        + "` references itself: use `:=` to expand it once")
                : null);
  }
}
