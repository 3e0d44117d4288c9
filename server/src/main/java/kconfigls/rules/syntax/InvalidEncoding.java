package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.TextRange;

/** Reports files whose bytes are not UTF-8; they are read as Latin-1. */
public final class InvalidEncoding implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "invalid-encoding", Severity.WARNING, "bytes that are not UTF-8");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.tree().source().isUtf8()) {
      return;
    }
    String text = file.text();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        String message = "the file is not UTF-8: it is read as Latin-1";
        sink.report(Draft.of(new Place(file.path(), new TextRange(i, i + 1)), message));
        return;
      }
    }
  }
}
