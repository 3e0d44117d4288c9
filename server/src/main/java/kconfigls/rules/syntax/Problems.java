package kconfigls.rules.syntax;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.DedentedHelp;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.text.TextRange;

/** Reports problems that the parser found, but not the lines that help text left behind. */
final class Problems {
  private Problems() {}

  /** What would repair a problem; the best comes first. */
  interface Repair {
    List<Fix> fixes(Edits edits, TextRange range);
  }

  static void report(CheckedFile file, FindingSink sink, ProblemKind kind) {
    report(file, sink, kind, (edits, range) -> List.of());
  }

  static void report(CheckedFile file, FindingSink sink, ProblemKind kind, Repair repair) {
    report(file, sink, kind, repair, range -> false);
  }

  /**
   * The same; what is {@code ignored} is a warning, for the dialect's program goes on without it.
   */
  static void report(
      CheckedFile file,
      FindingSink sink,
      ProblemKind kind,
      Repair repair,
      Predicate<TextRange> ignored) {
    Set<Integer> dedented = null;
    for (SyntaxProblem problem : file.tree().problems()) {
      if (problem.kind() == kind) {
        dedented = dedented == null ? DedentedHelp.lines(file) : dedented;
        if (!dedented.contains(file.line(problem.range().start()))) {
          Draft draft =
              Draft.of(new Place(file.path(), problem.range()), problem.message())
                  .fix(() -> repair.fixes(Edits.in(file), problem.range()));
          sink.report(ignored.test(problem.range()) ? draft.as(Severity.WARNING) : draft);
        }
      }
    }
  }
}
