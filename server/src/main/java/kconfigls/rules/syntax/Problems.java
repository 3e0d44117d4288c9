package kconfigls.rules.syntax;

import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.DedentedHelp;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;

/** Reports problems that the parser found, but not the lines that help text left behind. */
final class Problems {
  private Problems() {}

  static void report(CheckedFile file, FindingSink sink, ProblemKind kind) {
    Set<Integer> dedented = null;
    for (SyntaxProblem problem : file.tree().problems()) {
      if (problem.kind() == kind) {
        dedented = dedented == null ? DedentedHelp.lines(file) : dedented;
        if (!dedented.contains(file.line(problem.range().start()))) {
          sink.report(Draft.of(new Place(file.path(), problem.range()), problem.message()));
        }
      }
    }
  }
}
