package kconfigls.rules;

import java.util.List;
import java.util.Optional;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Node;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Finds the nodes of a tree that a place is in. */
final class Nodes {
  private Nodes() {}

  /** The innermost statement that holds an offset; of two that meet there the first. */
  static Optional<Statement> statementAt(List<Statement> statements, int offset) {
    Optional<Statement> found = holding(statements, offset);
    Optional<Statement> inner =
        found.isPresent() && found.get() instanceof Statement.Block block
            ? statementAt(block.body(), offset)
            : Optional.empty();
    return inner.isPresent() ? inner : found;
  }

  /** The innermost block that holds a range. */
  static Optional<Statement.Block> blockAround(List<Statement> statements, TextRange range) {
    int index = firstEndingAt(statements, range.end());
    if (index == statements.size()
        || !(statements.get(index) instanceof Statement.Block block)
        || !block.range().contains(range)) {
      return Optional.empty();
    }
    Optional<Statement.Block> inner = blockAround(block.body(), range);
    return inner.isPresent() ? inner : Optional.of(block);
  }

  /** The first of some nodes, in order of the text, that holds an offset. */
  private static <T extends Node> Optional<T> holding(List<T> nodes, int offset) {
    int index = firstEndingAt(nodes, offset);
    return index < nodes.size() && nodes.get(index).range().touches(offset)
        ? Optional.of(nodes.get(index))
        : Optional.empty();
  }

  /** The index of the first node that does not end before an offset. */
  private static int firstEndingAt(List<? extends Node> nodes, int offset) {
    int low = 0;
    int high = nodes.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (nodes.get(middle).range().end() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The attribute that holds an offset. */
  static Optional<Attribute> attributeAt(SyntaxTree tree, int offset) {
    return statementAt(tree.statements(), offset).flatMap(found -> attributeAt(found, offset));
  }

  private static Optional<Attribute> attributeAt(Statement statement, int offset) {
    return switch (statement) {
      case Statement.WithAttributes with -> holding(with.attributes(), offset);
      case Statement.StrayAttribute stray -> Optional.of(stray.attribute());
      default -> Optional.empty();
    };
  }

  /** The line of an attribute, of a statement's head or of its end that holds an offset. */
  static Optional<TextRange> lineAt(SyntaxTree tree, int offset) {
    Optional<Statement> found = statementAt(tree.statements(), offset);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Optional<Attribute> attribute = attributeAt(found.get(), offset);
    if (attribute.isPresent()) {
      return attribute.map(Attribute::range);
    }
    return Optional.of(
            switch (found.get()) {
              case Statement.Entry entry -> head(entry.keyword().range(), entry.name());
              case Statement.Choice choice -> head(choice.keyword().range(), choice.name());
              case Statement.Menu menu -> head(menu.keyword().range(), menu.prompt());
              case Statement.If block -> head(block.keyword().range(), block.condition());
              case Statement.Comment comment -> head(comment.keyword().range(), comment.prompt());
              case Statement.Source source -> source.range();
              case Statement.MainMenu mainMenu -> mainMenu.range();
              case Statement.Assignment assignment -> assignment.range();
              case Statement.MacroLine line -> line.range();
              case Statement.StrayAttribute stray -> stray.range();
              case Statement.StrayEnd stray -> stray.range();
              case Statement.Unknown unknown -> unknown.range();
            })
        .filter(line -> line.touches(offset));
  }

  private static TextRange head(TextRange keyword, @Nullable ExprNode rest) {
    return rest == null ? keyword : keyword.union(rest.range());
  }

  /** An operand with the operator on one side of it; empty if nothing would be left. */
  static Optional<TextRange> operand(ExprNode whole, ExprNode operand) {
    if (whole == operand) {
      return Optional.empty();
    }
    return switch (whole) {
      case ExprNode.And and -> among(and.parts(), operand);
      case ExprNode.Or or -> among(or.parts(), operand);
      case ExprNode.Paren paren -> operand(paren.inner(), operand);
      case ExprNode.Not not -> operand(not.operand(), operand);
      case ExprNode.Compare compare -> Optional.empty();
      case Term term -> Optional.empty();
    };
  }

  private static Optional<TextRange> among(List<ExprNode> parts, ExprNode operand) {
    // the part that the operand is in, or the one before it where they meet
    int first = firstEndingAt(parts, operand.range().start());
    for (int i = first; i < Math.min(first + 2, parts.size()); i++) {
      ExprNode part = parts.get(i);
      if (bare(part) == bare(operand)) {
        return Optional.of(
            i == 0
                ? new TextRange(part.range().start(), parts.get(1).range().start())
                : new TextRange(parts.get(i - 1).range().end(), part.range().end()));
      }
      Optional<TextRange> inner = operand(part, operand);
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }

  private static ExprNode bare(ExprNode node) {
    return node instanceof ExprNode.Paren paren ? bare(paren.inner()) : node;
  }
}
