package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports operators that Kconfig does not have, such as {@code ==}. */
public final class BadOperator implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "bad-operator", Severity.ERROR, "an operator of another language");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.BAD_OPERATOR);
  }
}
