package kconfigls.lsp;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kconfigls.io.Settings;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;

/** What the settings say about rules; what is not understood is said and ignored. */
final class RuleSeverities {
  private RuleSeverities() {}

  static RuleSettings of(Settings settings, Consumer<String> complaints) {
    Map<String, Optional<Severity>> severities = new HashMap<>();
    settings
        .rules()
        .forEach(
            (id, value) -> {
              Optional<Severity> severity = Severity.parse(value);
              if (Rules.byId(id).isEmpty()) {
                complaints.accept("kconfig.rules: unknown rule '" + id + "'");
              } else if (severity.isEmpty() && !value.equals("off")) {
                complaints.accept("kconfig.rules: unknown severity '" + value + "'");
              } else {
                severities.put(id, severity);
              }
            });
    return new RuleSettings(severities);
  }
}
