package kconfigls.rules.macros;

import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports names in macros that nothing defines. */
public final class UndefinedMacro implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "undefined-macro",
          Severity.WARNING,
          "a macro uses a name that is not defined before");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(projects, sink, UndefinedMacro::draft);
  }

  private static @Nullable Draft draft(MacroIssues.At at) {
    String name = at.issue().subject();
    return at.is(MacroIssue.Kind.UNDEFINED) && name.chars().anyMatch(Character::isLowerCase)
        ? at.say("`" + name + "` is not assigned before, and is no function: it expands to nothing")
        : null;
  }
}
