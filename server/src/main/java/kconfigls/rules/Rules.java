package kconfigls.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kconfigls.rules.config.ConfigRules;
import kconfigls.rules.dependencies.DependenciesRules;
import kconfigls.rules.macros.MacrosRules;
import kconfigls.rules.menus.MenusRules;
import kconfigls.rules.profiles.ProfilesRules;
import kconfigls.rules.sources.SourcesRules;
import kconfigls.rules.style.StyleRules;
import kconfigls.rules.suppressions.SuppressionsRules;
import kconfigls.rules.symbols.SymbolsRules;
import kconfigls.rules.syntax.SyntaxRules;
import kconfigls.rules.types.TypesRules;
import kconfigls.rules.usage.UsageRules;

/** The list of all rules. */
public final class Rules {
  private static final List<Rule> ALL =
      Stream.of(
              SyntaxRules.all(),
              SymbolsRules.all(),
              TypesRules.all(),
              DependenciesRules.all(),
              MenusRules.all(),
              MacrosRules.all(),
              SourcesRules.all(),
              StyleRules.all(),
              ProfilesRules.all(),
              ConfigRules.all(),
              UsageRules.all(),
              SuppressionsRules.all())
          .flatMap(List::stream)
          .toList();

  private Rules() {}

  /** All rules, by category. */
  public static List<Rule> all() {
    return ALL;
  }

  /** The rule of an id. */
  public static Optional<Rule> byId(String id) {
    return ALL.stream().filter(rule -> rule.info().id().equals(id)).findFirst();
  }
}
