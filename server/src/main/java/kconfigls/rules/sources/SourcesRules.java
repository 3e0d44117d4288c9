package kconfigls.rules.sources;

import java.util.List;
import kconfigls.rules.Rule;

/** What is wrong with sourced files. */
public final class SourcesRules {
  private SourcesRules() {}

  /** All rules of this package, by name. */
  public static List<Rule> all() {
    return List.of(
        new DuplicateSource(),
        new GlobWithoutMatch(),
        new MissingSourceFile(),
        new RecursiveSource(),
        new SourceFileName(),
        new SourceIsDirectory(),
        new SourceOutsideTree(),
        new UnreferencedKconfigFile(),
        new UnresolvedSourcePath());
  }
}
