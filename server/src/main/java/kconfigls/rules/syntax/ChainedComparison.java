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

/** Reports comparisons such as {@code 1 < N < 5}. */
public final class ChainedComparison implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "chained-comparison", Severity.ERROR, "two comparisons in a row");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(
        file,
        sink,
        ProblemKind.CHAINED_COMPARISON,
        (edits, range) -> fixes(edits, file.text(), range));
  }

  /** The operand before the second operator is said again. */
  private static List<Fix> fixes(Edits edits, String text, TextRange operator) {
    Matcher operand = OPERAND.matcher(text.substring(0, operator.start()));
    if (!operand.find()) {
      return List.of();
    }
    Fix.Edit edit = edits.insert(operator.start(), "&& " + operand.group(1) + " ");
    String title = "Join two comparisons by `&&`";
    char first = text.charAt(operator.start());
    // what `A = B = C` means is not certain
    return List.of(first == '<' || first == '>' ? Fix.safe(title, edit) : Fix.unsafe(title, edit));
  }

  private static final Pattern OPERAND = Pattern.compile("(\\w+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*$");
}
