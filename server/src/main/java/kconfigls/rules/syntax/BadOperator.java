package kconfigls.rules.syntax;

import java.util.List;
import java.util.Locale;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.text.TextRange;

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
    Problems.report(
        file,
        sink,
        ProblemKind.BAD_OPERATOR,
        (edits, range) -> List.of(fix(edits, file.text(), range)));
  }

  private static Fix fix(Edits edits, String text, TextRange range) {
    String operator = range.of(text);
    return switch (operator.toLowerCase(Locale.ROOT)) {
      case "and" -> write(edits, range, "&&");
      case "or" -> write(edits, range, "||");
      case "not" -> {
        int end = range.end();
        while (end < text.length() && text.charAt(end) == ' ') {
          end++;
        }
        yield write(edits, new TextRange(range.start(), end), "!");
      }
      case "<>" -> write(edits, range, "!=");
      default ->
          operator.startsWith("=") ? write(edits, range, "=") : doubled(edits, text, range.start());
    };
  }

  /** A single {@code &} or {@code |} stands before the word that is told of. */
  private static Fix doubled(Edits edits, String text, int word) {
    int at = word - 1;
    while (text.charAt(at) != '&' && text.charAt(at) != '|') {
      at--;
    }
    String operator = text.substring(at, at + 1).repeat(2);
    return write(edits, new TextRange(at, at + 1), operator);
  }

  private static Fix write(Edits edits, TextRange range, String operator) {
    return Fix.safe("Write `" + operator + "`", edits.replace(range, operator));
  }
}
