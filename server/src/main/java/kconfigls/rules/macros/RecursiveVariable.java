package kconfigls.rules.macros;

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

/** Reports variables whose expansion never ends. */
public final class RecursiveVariable implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "recursive-variable",
          Severity.ERROR,
          "a macro variable that references itself");

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
      case RECURSIVE_VARIABLE ->
          "the variable `" + issue.subject() + "` references itself: use `:=` to expand it once";
      case MISSING_FILE, FOLDER_SOURCED, UNREADABLE_FILE -> "";
      case UNRESOLVED_PATH, RECURSIVE_SOURCE, TOO_MANY_FILES -> "";
    };
  }
}
