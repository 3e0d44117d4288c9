package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Comparison;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ExprNode;

/** Reports a negation directly before a comparison. */
public final class NegatedComparison implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "negated-comparison", Severity.HINT, "`!A = B` reads as `!(A = B)`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.expressionNodes().forEach(node -> check(file, sink, node));
  }

  private static void check(CheckedFile file, FindingSink sink, ExprNode node) {
    if (node instanceof ExprNode.Not not && not.operand() instanceof ExprNode.Compare compare) {
      String message = "the `!` negates the whole comparison: write `!=`, or parentheses";
      sink.report(
          Draft.of(new Place(file.path(), not.range()), message)
              .fix(() -> List.of(fix(file, not, compare))));
    }
  }

  private static Fix fix(CheckedFile file, ExprNode.Not not, ExprNode.Compare compare) {
    String opposite = Comparison.of(compare.op()).negated().text();
    String left = compare.left().range().of(file.text());
    String right = compare.right().range().of(file.text());
    String text = left + " " + opposite + " " + right;
    return Fix.safe("Write `" + text + "`", Edits.in(file).replace(not.range(), text));
  }
}
