package kconfigls.rules.config;

import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports lines that switch on a symbol which selects EXPERIMENTAL. */
public final class ZephyrExperimentalSymbol implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "zephyr-experimental-symbol",
              Severity.WARNING,
              "an experimental symbol that a configuration switches on")
          .only("zephyr");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Marked.report(config, "EXPERIMENTAL", "is experimental, and may change at any time", sink);
  }
}
