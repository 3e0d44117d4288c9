package kconfigls.rules.sources;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.ModelIssue;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports patterns of sources that no file matches. */
public final class GlobWithoutMatch implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "sources",
          "glob-without-match",
          Severity.ERROR,
          "the pattern of a source that no file matches");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      for (ModelIssue issue : model.issues()) {
        boolean needed = issue.kind() == ModelIssue.Kind.GLOB_WITHOUT_MATCH;
        if (needed || issue.kind() == ModelIssue.Kind.OPTIONAL_GLOB_WITHOUT_MATCH) {
          Place place = projects.semantics().place(issue.instance(), issue.key());
          String message = "no file matches `" + issue.subject() + "`";
          Draft draft =
              Draft.of(place, needed ? message : message + ": nothing is included")
                  .in(List.of(model.spec().name()));
          sink.report(needed ? draft : draft.as(Severity.INFO));
        }
      }
    }
  }
}
