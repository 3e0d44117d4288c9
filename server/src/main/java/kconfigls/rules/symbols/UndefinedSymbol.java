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
        String message = "`" + name + "` is not defined: " + undefined.effect();
        sink.report(
            Draft.of(undefined.place(), message).about(name).fix(() -> fixes(projects, undefined)));
      }
    }
  }

  /** A name made by a macro is not what stands there. */
  private static List<Fix> fixes(CheckedProjects projects, References.Undefined undefined) {
    return projects.isWritten(undefined.place(), undefined.name())
        ? projects.corrections(undefined.place(), undefined.name())
        : List.of();
  }
}
