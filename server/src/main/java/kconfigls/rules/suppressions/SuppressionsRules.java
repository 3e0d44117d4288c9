package kconfigls.rules.suppressions;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with comments that suppress findings. */
public final class SuppressionsRules {
  private SuppressionsRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(new InvalidSuppression(), new UnusedSuppression());
  }
}
