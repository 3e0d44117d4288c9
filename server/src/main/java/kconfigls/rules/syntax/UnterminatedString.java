package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports strings that end with their line. */
public final class UnterminatedString implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "unterminated-string", Severity.ERROR, "a string has no closing quote");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.UNTERMINATED_STRING);
  }
}
