package kconfigls.rules.macros;

import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports calls with more or fewer arguments than the function takes. */
public final class MacroArgumentCount implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "macro-argument-count",
          Severity.ERROR,
          "a function is called with too few or too many arguments");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(projects, sink, MacroArgumentCount::draft);
  }

  private static @Nullable Draft draft(MacroIssues.At at) {
    if (!at.is(MacroIssue.Kind.ARGUMENT_COUNT)) {
      return null;
    }
    String name = at.issue().subject();
    String function = name.isEmpty() ? "a macro" : "the function `" + name + "`";
    return at.say(function + " is called with " + at.issue().detail() + " arguments");
  }
}
