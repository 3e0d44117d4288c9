package kconfigls.rules.macros;

import java.util.List;
import java.util.function.Function;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.model.MacroIssue;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Turns what the linker says about macros into findings. */
final class MacroIssues {
  private MacroIssues() {}

  /**
   * Reports issues of the selected projects.
   *
   * @param draft makes the finding at a place; null for an issue that is not the rule's
   */
  static void report(
      CheckedProjects projects, FindingSink sink, Function<At, @Nullable Draft> draft) {
    for (ProjectModel model : projects.selected()) {
      for (MacroIssue issue : model.macroIssues()) {
        Place place = projects.semantics().place(issue.instance(), issue.key());
        Draft made = draft.apply(new At(issue, firstLine(projects, place)));
        if (made != null) {
          sink.report(made.in(List.of(model.spec().name())));
        }
      }
    }
  }

  /** An issue and where it stands. */
  record At(MacroIssue issue, Place place) {
    boolean is(MacroIssue.Kind kind) {
      return issue.kind() == kind;
    }

    Draft say(String message) {
      return Draft.of(place, message);
    }
  }

  /** A block's place is that of its first line. */
  private static Place firstLine(CheckedProjects projects, Place place) {
    String text =
        projects
            .semantics()
            .snapshot()
            .present(place.file())
            .map(FileCell::source)
            .orElseThrow()
            .text();
    int start = place.range().start();
    int newline = text.indexOf('\n', start);
    int end = newline < 0 ? place.range().end() : Math.min(newline, place.range().end());
    return new Place(place.file(), new TextRange(start, Math.max(start, end)));
  }
}
