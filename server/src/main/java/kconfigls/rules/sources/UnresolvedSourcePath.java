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

/** Reports paths with a macro or variable whose value is not known. */
public final class UnresolvedSourcePath implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "sources",
          "unresolved-source-path",
          Severity.INFO,
          "a source path that holds an unknown value");

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
      case UNRESOLVED_PATH ->
          "the path `" + issue.subject() + "` holds a value that is not known: set it with --env";
      case MISSING_FILE, FOLDER_SOURCED, UNREADABLE_FILE, OUTSIDE_TREE -> "";
      case GLOB_WITHOUT_MATCH, OPTIONAL_GLOB_WITHOUT_MATCH -> "";
      case RECURSIVE_SOURCE, TOO_MANY_FILES -> "";
    };
  }
}
