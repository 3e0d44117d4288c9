package kconfigls.rules.suppressions;

import java.util.Comparator;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.rules.Suppression;
import kconfigls.rules.Suppression.Origin;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.rules.Suppressions;
import kconfigls.text.EditDistance;

/** Reports comments that are meant to suppress findings and do not. */
public final class InvalidSuppression implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "suppressions",
          "invalid-suppression",
          Severity.WARNING,
          "a comment that is to suppress findings names no rule that exists");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Suppressions suppressions = Suppressions.of(file.tree(), file.dialect());
    for (Suppressions.Problem problem : suppressions.problems()) {
      sink.report(Draft.of(new Place(file.path(), problem.range()), problem.message()));
    }
    for (Suppression suppression : suppressions.all()) {
      if (suppression.origin() == Origin.OWN) {
        suppression.rules().stream()
            .filter(rule -> Rules.byId(rule.id()).isEmpty())
            .forEach(rule -> unknown(file, rule, sink));
      }
    }
  }

  /** No id of a rule has as many letters. */
  private static final int LONGEST = 64;

  private static void unknown(CheckedFile file, RuleId rule, FindingSink sink) {
    Place place = new Place(file.path(), rule.range());
    String nearest =
        Rules.all().stream()
            .map(known -> known.info().id())
            .min(Comparator.comparingInt(id -> EditDistance.of(rule.id(), id, LONGEST)))
            .orElse("");
    String message =
        "there is no rule `" + rule.id() + "`, so nothing is ignored: is it `" + nearest + "`?";
    Fix fix = Fix.unsafe("Replace by `" + nearest + "`", new Fix.Edit(place, nearest));
    sink.report(Draft.of(place, message).fix(() -> List.of(fix)));
  }
}
