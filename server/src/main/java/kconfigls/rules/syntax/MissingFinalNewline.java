package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;

/** Reports a last line without a newline; from Linux 6.12 on that is an error in a root file. */
public final class MissingFinalNewline implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "missing-final-newline",
          Severity.WARNING,
          "the file does not end in a newline");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    boolean fatal = file.isRoot() && file.dialect().release() >= 612 && !file.has(Feature.LENIENT);
    for (SyntaxProblem problem : file.tree().problems()) {
      if (problem.kind() == ProblemKind.MISSING_FINAL_NEWLINE) {
        Place place = new Place(file.path(), problem.range());
        Draft draft =
            Draft.of(place, problem.message()).fix(() -> fixes(file, problem.range().start()));
        sink.report(fatal ? draft.as(Severity.ERROR) : draft);
      }
    }
  }

  private static List<Fix> fixes(CheckedFile file, int end) {
    return file.text().endsWith("\\")
        ? List.of()
        : List.of(Fix.safe("Add a newline", Edits.in(file).insert(end, "\n")));
  }
}
