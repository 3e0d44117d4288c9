package kconfigls.rules.menus;

import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.References;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports references to the name of a choice, which is no symbol: the language page, C.8. */
public final class ChoiceNameAsSymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "choice-name-as-symbol",
          Severity.WARNING,
          "the name of a choice where a symbol is meant");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (References.Undefined undefined : References.undefined(projects, role -> true)) {
      String name = undefined.name();
      if (projects.isChoice(name)) {
        String message = "`" + name + "` is a choice, no symbol: name its members";
        sink.report(Draft.of(undefined.place(), message).about(name));
      }
    }
  }
}
