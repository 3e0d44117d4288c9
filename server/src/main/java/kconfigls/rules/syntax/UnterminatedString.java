package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.text.TextRange;

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
    Problems.report(
        file,
        sink,
        ProblemKind.UNTERMINATED_STRING,
        (edits, range) -> List.of(fix(edits, range, range.of(file.text()))));
  }

  /** Programs end the string with the line; a condition or blanks in it are hardly meant. */
  private static Fix fix(Edits edits, TextRange range, String string) {
    String quote = string.substring(0, 1);
    Fix.Edit edit = edits.insert(range.end(), quote);
    String title = "Add the closing quote";
    boolean certain =
        !string.contains(" if ") && string.stripTrailing().equals(string) && !string.endsWith("\\");
    return certain ? Fix.safe(title, edit) : Fix.unsafe(title, edit);
  }
}
