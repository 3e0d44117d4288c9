package kconfigls.rules.dependencies;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with dependencies and properties that have conditions. */
public final class DependenciesRules {
  private DependenciesRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new AlwaysOnSymbol(),
        new BoolDependsOnModule(),
        new ConditionAlwaysFalse(),
        new ConditionAlwaysTrue(),
        new ContradictoryDependency(),
        new DeadSymbol(),
        new DuplicateDefault(),
        new DuplicateDefaultValue(),
        new DuplicateDependency(),
        new DuplicateRange(),
        new DuplicateSelect(),
        new ImpliedDependency(),
        new ImplyWithoutEffect(),
        new InvisiblePrompt(),
        new RangeRecursion(),
        new RecursiveDependency(),
        new RedundantDefaultN(),
        new SelectChoiceMember(),
        new SelectUndefined(),
        new SelectUnmetDependency(),
        new SelectVisible(),
        new SelfDependency(),
        new UnreachableDefault());
  }
}
