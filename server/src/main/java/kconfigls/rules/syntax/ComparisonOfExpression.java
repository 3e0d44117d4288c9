package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports comparisons whose operand is in parentheses or negated. */
public final class ComparisonOfExpression implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "comparison-of-expression",
          Severity.ERROR,
          "an operand of a comparison is an expression");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.COMPARISON_OF_EXPRESSION);
  }
}
