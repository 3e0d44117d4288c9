package kconfigls.rules.symbols;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with names of symbols. */
public final class SymbolsRules {
  private SymbolsRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new ConfigPrefixInKconfig(),
        new ConstantRedefined(),
        new MultipleDefinition(),
        new OutOfReachSymbol(),
        new PromptRedefined(),
        new QuotedSymbol(),
        new SelectConstant(),
        new SymbolNameStyle(),
        new UndefinedSymbol(),
        new UppercaseConstant());
  }
}
