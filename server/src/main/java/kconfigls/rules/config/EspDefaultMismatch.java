package kconfigls.rules.config;

import kconfigls.model.Symbol;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.Evaluation;
import kconfigls.values.Hindrances;
import kconfigls.values.Request;
import kconfigls.values.Shown;

/** Reports values of an sdkconfig that are marked as defaults and are not those of Kconfig. */
public final class EspDefaultMismatch implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "esp-default-mismatch",
              Severity.INFO,
              "a value that a file marks as default and that is another in Kconfig")
          .only("esp-idf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Evaluation evaluation = config.outcome();
    if (evaluation == null) {
      return;
    }
    for (Request request : evaluation.requests()) {
      String standard = request.unasked();
      Symbol symbol = config.symbol(request.symbol());
      if (request.isDefault()
          && standard != null
          && symbol != null
          && Hindrances.hasPrompt(symbol)
          && !standard.equals(request.text())) {
        String message =
            "`"
                + Shown.text(request.text())
                + "` is marked as the default of "
                + ConfigText.name(config, request.symbol())
                + ", but in Kconfig it is "
                + (standard.isEmpty() ? "empty" : "`" + Shown.text(standard) + "`");
        sink.report(
            Draft.of(config.place(request.place()), message)
                .about(request.symbol())
                .see(
                    config.definitions(request.symbol()).stream()
                        .limit(1)
                        .map(place -> new Related(place, "defined here"))
                        .toList()));
      }
    }
  }
}
