package kconfigls.rules.style;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with help texts and layout. */
public final class StyleRules {
  private StyleRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(new HelpDedent(), new HelpSwallowsStatement());
  }
}
