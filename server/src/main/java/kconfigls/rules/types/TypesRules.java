package kconfigls.rules.types;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with types and values. */
public final class TypesRules {
  private TypesRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new BoolDefaultLiteral(),
        new BoolTestedForM(),
        new ComparisonTypeMismatch(),
        new DefaultNotASymbol(),
        new DefaultOutOfRange(),
        new DefaultTypeMismatch(),
        new IntHexWithoutDefault(),
        new ModulesRedefined(),
        new NonBoolInLogic(),
        new NumberOutOfBounds(),
        new RangeBoundInvalid(),
        new RangeInverted(),
        new RangeType(),
        new SelectFromNonBool(),
        new SelectTargetType(),
        new StringDefaultUnquoted(),
        new SymbolWithoutType(),
        new TransitionalWithProperty(),
        new TristateWithoutModules(),
        new TypeRedefinition());
  }
}
