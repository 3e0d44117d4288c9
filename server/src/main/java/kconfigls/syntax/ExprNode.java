package kconfigls.syntax;

import java.util.List;
import kconfigls.text.TextRange;

/** An expression as written. */
public sealed interface ExprNode extends Node
    permits Term, ExprNode.Or, ExprNode.And, ExprNode.Not, ExprNode.Paren, ExprNode.Compare {

  /** Two or more operands joined by {@code ||}. */
  record Or(TextRange range, List<ExprNode> parts) implements ExprNode {}

  /** Two or more operands joined by {@code &&}. */
  record And(TextRange range, List<ExprNode> parts) implements ExprNode {}

  /** {@code !operand}. */
  record Not(TextRange range, ExprNode operand) implements ExprNode {}

  /** {@code (inner)}. */
  record Paren(TextRange range, ExprNode inner) implements ExprNode {}

  /** A comparison; {@code op} is one of {@code = != < <= > >=}. */
  record Compare(TextRange range, Term left, String op, Term right) implements ExprNode {}
}
