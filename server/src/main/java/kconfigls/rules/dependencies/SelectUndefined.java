package kconfigls.rules.dependencies;

import kconfigls.outline.Reference.Role;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.References;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports selects and implies without a target: nothing happens. */
public final class SelectUndefined implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "select-undefined",
          Severity.WARNING,
          "`select` or `imply` of a symbol that nothing defines");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (References.Undefined undefined :
        References.undefined(projects, role -> role == Role.SELECT || role == Role.IMPLY)) {
      if (undefined.elsewhere().isEmpty()
          && !References.isConstantLike(undefined.name())
          && !projects.isChoice(undefined.name())) {
        String verb = undefined.role() == Role.IMPLY ? "implied" : "selected";
        String message = "`" + undefined.name() + "` is not defined: nothing is " + verb;
        sink.report(Draft.of(undefined.place(), message).about(undefined.name()));
      }
    }
  }
}
