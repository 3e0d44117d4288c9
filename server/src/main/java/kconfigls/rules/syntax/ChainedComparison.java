package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports comparisons such as {@code 1 < N < 5}. */
public final class ChainedComparison implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "chained-comparison", Severity.ERROR, "two comparisons in a row");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.CHAINED_COMPARISON);
  }
}
