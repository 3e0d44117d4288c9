package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.text.TextRange;

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
        sink.report(
            Draft.of(new Place(file.path(), problem.range()), problem.message())
                .fix(() -> List.of(fix(file, problem))));
      }
    }
  }

  private static Fix fix(CheckedFile file, SyntaxProblem problem) {
    Place place = new Place(file.path(), problem.range());
    return switch (problem.kind()) {
      case CARRIAGE_RETURN -> lines(file);
      case BYTE_ORDER_MARK -> Fix.safe("Delete the byte order mark", new Fix.Edit(place, ""));
      default -> Fix.unsafe("Delete the NUL character", new Fix.Edit(place, ""));
    };
  }

  /** Assigned values, and what a backslash before the CR means, differ afterwards. */
  private static Fix lines(CheckedFile file) {
    String title = "End all lines in LF";
    Place whole = new Place(file.path(), new TextRange(0, file.text().length()));
    Fix.Edit edit = new Fix.Edit(whole, file.text().replace("\r\n", "\n"));
    boolean assigns =
        file.tree().statements().stream().anyMatch(Statement.Assignment.class::isInstance);
    return assigns || file.text().contains("\\\r\n")
        ? Fix.unsafe(title, edit)
        : Fix.safe(title, edit);
  }
}
