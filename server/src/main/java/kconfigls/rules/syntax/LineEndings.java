package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.SyntaxProblem;

/** Reports what other systems leave at the ends of lines and the beginning of files. */
public final class LineEndings implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "line-endings",
          Severity.WARNING,
          "carriage returns, a byte order mark or NUL characters");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (SyntaxProblem problem : file.tree().problems()) {
      boolean reported =
          switch (problem.kind()) {
            case CARRIAGE_RETURN, BYTE_ORDER_MARK, NUL_CHARACTER -> true;
            default -> false;
          };
      if (reported) {
        sink.report(Draft.of(new Place(file.path(), problem.range()), problem.message()));
      }
    }
  }
}
