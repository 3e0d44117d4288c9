package kconfigls.rules.suppressions;

import java.util.List;
import java.util.Optional;
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
import kconfigls.text.Nearest;

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

  private static void unknown(CheckedFile file, RuleId rule, FindingSink sink) {
    Place place = new Place(file.path(), rule.range());
    List<String> ids = Rules.all().stream().map(known -> known.info().id()).toList();
    Optional<String> nearest = Nearest.to(rule.id(), ids);
    String hint =
        nearest.map(id -> ": is it `" + id + "`?").orElse("; `kconfig-ls rules` lists all");
    List<Fix> fixes =
        nearest.stream()
            .map(id -> Fix.unsafe("Replace by `" + id + "`", new Fix.Edit(place, id)))
            .toList();
    String message = "there is no rule `" + rule.id() + "`, so nothing is ignored" + hint;
    sink.report(Draft.of(place, message).fix(() -> fixes));
  }
}
