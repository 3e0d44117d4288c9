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

/** Reports sources of files that are not read, since they lie outside of the tree. */
public final class SourceOutsideTree implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "sources",
          "source-outside-tree",
          Severity.WARNING,
          "a sourced file outside of the tree, which is not read");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      for (ModelIssue issue : model.issues()) {
        if (issue.kind() == ModelIssue.Kind.OUTSIDE_TREE) {
          Place place = projects.semantics().place(issue.instance(), issue.key());
          String reason = String.join(", ", issue.details());
          String message = "`" + issue.subject() + "` is not read: " + reason;
          sink.report(Draft.of(place, message).in(List.of(model.spec().name())));
        }
      }
    }
  }
}
