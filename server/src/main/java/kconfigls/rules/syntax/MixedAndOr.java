package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.TreeWalk;

/** Reports disjunctions with a conjunction that is not in parentheses. */
public final class MixedAndOr implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax", "mixed-and-or", Severity.HINT, "`&&` and `||` mixed without parentheses");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.expressions().forEach(node -> TreeWalk.expression(node, part -> check(file, sink, part)));
  }

  private static void check(CheckedFile file, FindingSink sink, ExprNode node) {
    boolean mixed =
        node instanceof ExprNode.Or or
            && or.parts().stream().anyMatch(ExprNode.And.class::isInstance);
    if (mixed) {
      String message = "`&&` binds stronger than `||`: parentheses would say so";
      sink.report(Draft.of(new Place(file.path(), node.range()), message));
    }
  }
}
