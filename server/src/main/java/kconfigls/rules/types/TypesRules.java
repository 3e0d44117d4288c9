package kconfigls.rules.types;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with types and values. */
public final class TypesRules {
  private TypesRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new ModulesRedefined(),
        new SymbolWithoutType(),
        new TransitionalWithProperty(),
        new TypeRedefinition());
  }
}
