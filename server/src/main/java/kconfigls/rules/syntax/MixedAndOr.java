package kconfigls.rules.syntax;

import java.util.List;
import java.util.stream.Stream;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ExprNode;

/** Reports disjunctions with a conjunction that is not in parentheses. */
public final class MixedAndOr implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax", "mixed-and-or", Severity.HINT, "`&&` and `||` mixed without parentheses");

  /** Parentheses around more parts would make nothing clearer. */
  private static final int MOST_PARTS = 100;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.expressionNodes().forEach(node -> check(file, sink, node));
  }

  private static void check(CheckedFile file, FindingSink sink, ExprNode node) {
    if (node instanceof ExprNode.Or or
        && or.parts().stream().anyMatch(ExprNode.And.class::isInstance)) {
      String message = "`&&` binds stronger than `||`: parentheses would say so";
      sink.report(
          Draft.of(new Place(file.path(), node.range()), message)
              .fix(
                  () ->
                      or.parts().size() > MOST_PARTS
                          ? List.of()
                          : List.of(fix(Edits.in(file), or))));
    }
  }

  private static Fix fix(Edits edits, ExprNode.Or or) {
    Fix.Edit[] parentheses =
        or.parts().stream()
            .filter(ExprNode.And.class::isInstance)
            .map(ExprNode::range)
            .flatMap(
                range ->
                    Stream.of(edits.insert(range.start(), "("), edits.insert(range.end(), ")")))
            .toArray(Fix.Edit[]::new);
    return Fix.safe("Add parentheses", parentheses);
  }
}
