package kconfigls.rules.dependencies;

import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Contradictions;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports entries whose dependencies exclude each other, wherever the file is included. */
public final class ContradictoryDependency implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "contradictory-dependency",
          Severity.WARNING,
          "a dependency that can never be met");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Contradictions.Pair> found = PerEntry.always(projects, Contradictions::in);
    found.forEach(
        (key, pair) -> {
          Place place = projects.semantics().place(key.file(), pair.key());
          String message =
              "this can never be met: `" + pair.second() + "` contradicts `" + pair.first() + "`";
          sink.report(Draft.of(place, message));
        });
  }
}
