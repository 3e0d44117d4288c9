package kconfigls.rules.syntax;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.text.TextRange;

/** Reports comparisons whose operand is in parentheses or negated. */
public final class ComparisonOfExpression implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "comparison-of-expression",
          Severity.ERROR,
          "an operand of a comparison is an expression");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(
        file,
        sink,
        ProblemKind.COMPARISON_OF_EXPRESSION,
        (edits, range) -> fixes(edits, file.text(), range));
  }

  /** A comparison of parentheses with y or n says whether what they hold is met. */
  private static List<Fix> fixes(Edits edits, String text, TextRange operator) {
    Matcher rest = REST.matcher(text).region(operator.start(), text.length());
    int end = text.lastIndexOf(')', operator.start());
    int start = opening(text, end);
    if (start < 0 || !rest.lookingAt() || text.charAt(operator.start() - 1) == '(') {
      return List.of();
    }
    String inner = text.substring(start + 1, end).strip();
    if (inner.matches("\\w+")) {
      Fix.Edit edit = edits.replace(new TextRange(start, end + 1), inner);
      return List.of(Fix.safe("Delete the parentheses", edit));
    }
    if (rest.group(2).equals("m") || rest.group(1).length() > 2) {
      return List.of();
    }
    boolean met = rest.group(1).equals("=") == rest.group(2).equals("y");
    String condition = (met ? "" : "!") + text.substring(start, end + 1);
    Fix.Edit edit = edits.replace(new TextRange(start, rest.end()), condition);
    return List.of(Fix.unsafe("Write `" + condition + "`", edit));
  }

  private static final Pattern REST = Pattern.compile("(!?=)[ \t]*([ymn])\\b");

  /** The parenthesis that one on the same line closes; -1 for none. */
  private static int opening(String text, int closing) {
    int level = 0;
    for (int i = closing; i >= 0 && text.charAt(i) != '\n'; i--) {
      char c = text.charAt(i);
      if (c == ')') {
        level++;
      } else if (c == '(' && --level == 0) {
        return i;
      }
    }
    return -1;
  }
}
