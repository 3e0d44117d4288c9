package kconfigls.rules.config;

import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports lines that switch on a symbol which selects DEPRECATED. */
public final class ZephyrDeprecatedSymbol implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "zephyr-deprecated-symbol",
              Severity.WARNING,
              "a deprecated symbol that a configuration switches on")
          .only("zephyr");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Marked.report(
        config, "DEPRECATED", "is deprecated, and may be removed in a later release", sink);
  }
}
