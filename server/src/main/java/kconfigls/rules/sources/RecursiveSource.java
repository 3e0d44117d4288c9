package kconfigls.rules.sources;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.ModelIssue;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports sources that lead back to an including file. */
public final class RecursiveSource implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("sources", "recursive-source", Severity.ERROR, "a file that includes itself");

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
          sink.report(
              Draft.of(place, message)
                  .in(List.of(model.spec().name()))
                  .fix(
                      () ->
                          List.of(
                              Fix.unsafe(
                                  "Delete the line",
                                  Edits.in(projects, place.file()).deleteLines(place.range())))));
        }
      }
    }
  }

  /** What there is to say; empty for the issues of other rules. */
  private static String message(ModelIssue issue) {
    return switch (issue.kind()) {
      case RECURSIVE_SOURCE -> "recursive source: " + String.join(" -> ", issue.details());
      case TOO_MANY_FILES -> "too many inclusions: nothing more is read from here on";
      case MISSING_FILE, FOLDER_SOURCED, UNREADABLE_FILE, OUTSIDE_TREE -> "";
      case GLOB_WITHOUT_MATCH, OPTIONAL_GLOB_WITHOUT_MATCH -> "";
      case UNRESOLVED_PATH -> "";
    };
  }
}
