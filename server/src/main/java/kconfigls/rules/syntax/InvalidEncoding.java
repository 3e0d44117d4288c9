package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.TextRange;
import kconfigls.text.escape.Printable;

/** Reports files whose bytes are not UTF-8. */
public final class InvalidEncoding implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "invalid-encoding", Severity.WARNING, "bytes that are not UTF-8");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    int at = file.tree().source().firstInvalidByte();
    if (at < file.text().length()) {
      String message =
          "the byte " + Printable.line(file.text().substring(at, at + 1)) + " is not UTF-8";
      sink.report(Draft.of(new Place(file.path(), new TextRange(at, at + 1)), message));
    }
  }
}
