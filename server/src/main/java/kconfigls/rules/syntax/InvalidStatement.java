package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports lines that begin with a keyword and do not follow the grammar. */
public final class InvalidStatement implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "invalid-statement",
          Severity.ERROR,
          "a line begins with a keyword but does not go on as it must");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.INVALID_STATEMENT);
  }
}
