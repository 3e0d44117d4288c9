package kconfigls.rules.macros;

import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports expansions that go too deep or make too long a text. */
public final class MacroTooDeep implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "macro-too-deep",
          Severity.ERROR,
          "an expansion goes too deep or makes too long a text");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(projects, sink, MacroTooDeep::draft);
  }

  private static @Nullable Draft draft(MacroIssues.At at) {
    if (at.is(MacroIssue.Kind.TOO_DEEP)) {
      return at.say("the function `" + at.issue().subject() + "` calls itself too often");
    }
    if (at.is(MacroIssue.Kind.TOO_COSTLY_IN_ALL)) {
      return at.say(
          "the macros of this project are too long together: from here on none is expanded");
    }
    return at.is(MacroIssue.Kind.TOO_COSTLY)
        ? at.say("the expansion is too long: its value is not computed")
        : null;
  }
}
