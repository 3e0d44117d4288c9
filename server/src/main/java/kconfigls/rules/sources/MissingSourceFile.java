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

/** Reports sources of files that are missing or unreadable. */
public final class MissingSourceFile implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "sources", "missing-source-file", Severity.ERROR, "a sourced file that cannot be read");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      for (ModelIssue issue : model.issues()) {
        String message = message(issue);
        if (!message.isEmpty()) {
          Place place = projects.semantics().place(issue.instance(), issue.key());
          sink.report(Draft.of(place, message).in(List.of(model.spec().name())));
        }
      }
    }
  }

  /** What there is to say; empty for the issues of other rules. */
  private static String message(ModelIssue issue) {
    return switch (issue.kind()) {
      case MISSING_FILE -> "`" + issue.subject() + "` is not there";
      case UNREADABLE_FILE ->
          "`" + issue.subject() + "` cannot be read: " + String.join(", ", issue.details());
      case FOLDER_SOURCED, GLOB_WITHOUT_MATCH, OPTIONAL_GLOB_WITHOUT_MATCH -> "";
      case OUTSIDE_TREE, UNRESOLVED_PATH, RECURSIVE_SOURCE, TOO_MANY_FILES -> "";
    };
  }
}
