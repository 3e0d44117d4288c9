package kconfigls.rules.syntax;

import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports files that are no text; no other rule looks at them. */
public final class BinaryFile implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "binary-file", Severity.ERROR, "a binary file, or text in UTF-16");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public boolean checksBinaryFiles() {
    return true;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.BINARY_FILE);
  }
}
