package kconfigls.rules.usage;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with uses of symbols outside Kconfig. */
public final class UsageRules {
  private UsageRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(new LinuxIsEnabledPrefix(), new UndefinedConfigInSource(), new UnusedSymbol());
  }
}
