package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports blocks that are still open at the end of the file. */
public final class UnclosedBlock implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "unclosed-block",
          Severity.ERROR,
          "a menu, if or choice has no end in its file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.UNCLOSED_BLOCK);
  }
}
