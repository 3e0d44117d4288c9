package kconfigls.syntax;

import kconfigls.text.TextRange;

/** A node of the syntax tree; ranges are offsets into the text that was parsed. */
public sealed interface Node permits Statement, Attribute, ExprNode, Keyword {
  TextRange range();
}
