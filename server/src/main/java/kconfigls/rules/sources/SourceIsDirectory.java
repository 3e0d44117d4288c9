package kconfigls.rules.sources;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialect;
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
import kconfigls.text.TextRange;

/** Reports sources whose path is a folder's. */
public final class SourceIsDirectory implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "sources", "source-is-directory", Severity.ERROR, "a sourced path that is a folder");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      for (ModelIssue issue : model.issues()) {
        if (issue.kind() == ModelIssue.Kind.FOLDER_SOURCED) {
          Place place = projects.semantics().place(issue.instance(), issue.key());
          String file = usualName(model.spec().dialect());
          String message =
              "`" + issue.subject() + "` is a folder: source a file in it, such as `" + file + "`";
          sink.report(
              Draft.of(place, message)
                  .in(List.of(model.spec().name()))
                  .fix(() -> List.of(append(projects, place, file))));
        }
      }
    }
  }

  /** How the files of a dialect are called. */
  private static String usualName(Dialect dialect) {
    String root = dialect.rootNames().getFirst();
    return root.substring(root.lastIndexOf('/') + 1);
  }

  private static Fix append(CheckedProjects projects, Place place, String file) {
    Edits edits = Edits.in(projects, place.file());
    String text =
        projects.semantics().snapshot().present(place.file()).orElseThrow().source().text();
    int end = place.range().end();
    boolean quoted = end > place.range().start() && "\"'".indexOf(text.charAt(end - 1)) >= 0;
    int at = quoted ? end - 1 : end;
    boolean slash = at > 0 && text.charAt(at - 1) == '/';
    return Fix.unsafe(
        "Append `/" + file + "`", edits.replace(TextRange.at(at), slash ? file : "/" + file));
  }
}
