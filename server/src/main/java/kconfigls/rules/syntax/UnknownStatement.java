package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports lines that begin with a word that is neither a keyword nor assigned to. */
public final class UnknownStatement implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "unknown-statement",
          Severity.ERROR,
          "a statement begins with a word that is no keyword");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.UNKNOWN_STATEMENT);
  }
}
