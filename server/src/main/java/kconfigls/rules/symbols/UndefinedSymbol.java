package kconfigls.rules.symbols;

import java.util.List;
import kconfigls.outline.Reference.Role;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.References;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports references to names that no project including the file defines. */
public final class UndefinedSymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("symbols", "undefined-symbol", Severity.WARNING, "a symbol that nothing defines");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (References.Undefined undefined :
        References.undefined(
            projects, role -> role != Role.SELECT && role != Role.IMPLY && role != Role.SET)) {
      if (undefined.isPlain() && !projects.isChoice(undefined.name())) {
        String name = undefined.name();
        String message = "`" + name + "` is not defined: " + effect(undefined.role(), name);
        sink.report(
            Draft.of(undefined.place(), message).about(name).fix(() -> fixes(projects, undefined)));
      }
    }
  }

  private static String effect(Role role, String name) {
    return switch (role) {
      case DEFAULT -> "for a bool it means n, else the text " + name;
      case CHOICE_DEFAULT -> "the choice ignores it";
      case RANGE -> "it is no bound";
      case DEPENDS, IF_BLOCK, CONDITION, VISIBLE -> "here it always means n";
      case SELECT, IMPLY, SET -> "nothing happens";
    };
  }

  /** A name made by a macro is not what stands there. */
  private static List<Fix> fixes(CheckedProjects projects, References.Undefined undefined) {
    return projects.isWritten(undefined.place(), undefined.name())
        ? projects.corrections(undefined.place(), undefined.name())
        : List.of();
  }
}
