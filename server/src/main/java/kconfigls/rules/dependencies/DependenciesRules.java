package kconfigls.rules.dependencies;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with dependencies and properties that have conditions. */
public final class DependenciesRules {
  private DependenciesRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new ContradictoryDependency(),
        new DuplicateDependency(),
        new RecursiveDependency(),
        new SelectUndefined(),
        new SelfDependency());
  }
}
