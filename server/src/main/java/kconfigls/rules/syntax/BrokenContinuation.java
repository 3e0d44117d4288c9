package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports backslashes that were meant to join lines and do not. */
public final class BrokenContinuation implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "broken-continuation",
          Severity.ERROR,
          "a backslash at the end of a line does not continue it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(
        file,
        sink,
        ProblemKind.BROKEN_CONTINUATION,
        (edits, range) ->
            List.of(
                range.length() > 1
                    ? Fix.safe("Delete the blanks", edits.replace(range, "\\"))
                    : Fix.safe("Delete the backslash", edits.deleteWord(range))),
        range -> range.length() == 1 && file.has(Feature.LINES_AS_PYTHON));
  }
}
