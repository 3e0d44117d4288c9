package kconfigls.rules.syntax;

import java.util.List;
import java.util.regex.Pattern;
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

/**
 * Reports a last line without a newline. The C program stops if such a line ends a block, and from
 * Linux 6.12 on at any of a root file.
 */
public final class MissingFinalNewline implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "missing-final-newline",
          Severity.WARNING,
          "the file does not end in a newline");

  private static final Pattern END = Pattern.compile("end(if|menu|choice)\\b");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    String last = file.text().substring(file.text().lastIndexOf('\n') + 1).strip();
    if (last.startsWith("$(")) {
      return; // macros alone on a line leave nothing to read
    }
    boolean ofRoot = file.isRoot() && file.dialect().release() >= 612;
    boolean fatal =
        !file.has(Feature.LENIENT)
            && !file.has(Feature.LAST_LINE_MAY_BE_OPEN)
            && (ofRoot || END.matcher(last).lookingAt());
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
