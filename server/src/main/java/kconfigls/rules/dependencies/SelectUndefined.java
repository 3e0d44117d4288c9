package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.outline.Reference.Role;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
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
      if (undefined.isPlain() && !projects.isChoice(undefined.name())) {
        String verb = undefined.role() == Role.IMPLY ? "implied" : "selected";
        String message = "`" + undefined.name() + "` is not defined: nothing is " + verb;
        sink.report(
            Draft.of(undefined.place(), message)
                .about(undefined.name())
                .fix(() -> fixes(projects, undefined)));
      }
    }
  }

  /** Another name may be meant; what does nothing here can go. */
  private static List<Fix> fixes(CheckedProjects projects, References.Undefined undefined) {
    Place place = undefined.place();
    if (!projects.isWritten(place, undefined.name())) {
      return List.of();
    }
    List<Fix> fixes = new ArrayList<>(projects.corrections(place, undefined.name()));
    Fix.Edit delete = Edits.in(projects, place.file()).deleteLines(place.range());
    // another target or a module may define it
    fixes.add(Fix.unsafe("Delete the line", delete));
    return fixes;
  }
}
