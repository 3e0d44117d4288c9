package kconfigls.rules.config;

import java.util.List;
import java.util.Optional;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.config.Losses.Cause;
import kconfigls.rules.config.Losses.Loss;
import kconfigls.values.Evaluation;
import kconfigls.values.Place;

/** Reports numbers outside the range that applies. */
public final class ConfOutOfRange implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-out-of-range",
          Severity.WARNING,
          "a number beyond the range of its symbol");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (Loss loss : Losses.of(config, Cause.RANGE)) {
      Place place = loss.request().place();
      String name = ConfigText.name(config, loss.value().symbol());
      String message =
          "`"
              + loss.request().text()
              + "` is not within the range"
              + range(config, loss)
              + ": "
              + name
              + " becomes "
              + (loss.value().text().isEmpty() ? "empty" : loss.value().text());
      String nearest = loss.value().text();
      Fix fix =
          Fix.unsafe(
              "Replace by '" + nearest + "'", ConfigEdits.replaceValue(config, place, nearest));
      List<Fix> fixes = nearest.isEmpty() ? List.of() : List.of(fix);
      sink.report(
          Draft.of(ConfigText.valuePlace(config, place), message)
              .about(loss.value().symbol())
              .see(
                  config.definitions(loss.value().symbol()).stream()
                      .limit(1)
                      .map(definition -> new Related(definition, "defined here"))
                      .toList())
              .fix(() -> fixes));
    }
  }

  /** The range that applies, as it is written. */
  private static String range(CheckedConfig config, Loss loss) {
    Evaluation evaluation = config.evaluation();
    for (MenuNode node : loss.symbol().nodes()) {
      for (Prop prop : node.props()) {
        if (evaluation != null && prop instanceof Prop.Range range) {
          Expr own = range.condition() == null ? Expr.Y : range.condition();
          Optional<Tristate> applies = evaluation.condition(Expr.and(node.dependency(), own));
          if (applies.isPresent() && applies.get() != Tristate.N) {
            return " " + ExprPrinter.print(range.low()) + " to " + ExprPrinter.print(range.high());
          }
        }
      }
    }
    return "";
  }
}
