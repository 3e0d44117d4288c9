package kconfigls.rules.macros;

import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports words that must be there and that expand to nothing. */
public final class MacroExpandsToNothing implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "macro-expands-to-nothing",
          Severity.ERROR,
          "a word that must be there expands to nothing");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(projects, sink, MacroExpandsToNothing::draft);
  }

  private static @Nullable Draft draft(MacroIssues.At at) {
    return at.is(MacroIssue.Kind.EXPANDS_TO_NOTHING)
        ? at.say("`" + at.issue().subject() + "` expands to nothing, but a word must stand here")
        : null;
  }
}
