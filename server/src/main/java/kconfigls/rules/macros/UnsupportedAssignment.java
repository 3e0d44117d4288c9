package kconfigls.rules.macros;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.AssignmentOperators;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports assignment operators of make that Kconfig does not have. */
public final class UnsupportedAssignment implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "unsupported-assignment",
          Severity.ERROR,
          "an assignment operator that Kconfig does not have");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Assignment assignment) {
                AssignmentOperators.foreign(file, assignment)
                    .ifPresent(range -> report(file, sink, assignment, range));
              }
            });
  }

  private static void report(
      CheckedFile file, FindingSink sink, Statement.Assignment assignment, TextRange range) {
    String message =
        "`" + range.of(file.text()) + "` is no operator: it acts like `" + assignment.op() + "`";
    Place place = new Place(file.path(), range);
    Fix fix = Fix.safe("Write `" + assignment.op() + "`", new Fix.Edit(place, assignment.op()));
    sink.report(Draft.of(place, message).fix(() -> List.of(fix)));
  }
}
