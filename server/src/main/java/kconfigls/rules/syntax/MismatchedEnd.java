package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports end statements that do not fit the innermost open block. */
public final class MismatchedEnd implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "mismatched-end",
          Severity.ERROR,
          "an end statement closes no open block of its kind");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.MISMATCHED_END);
  }
}
