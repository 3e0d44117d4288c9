package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Node;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** What an editor selects when asked to grow the selection, step by step. */
public final class SelectionRanges {
  private final int offset;
  private final List<TextRange> path = new ArrayList<>();

  private SelectionRanges(int offset) {
    this.offset = offset;
  }

  /** The ranges around an offset, the whole file first, each within the one before. */
  public static List<TextRange> at(SyntaxTree tree, int offset) {
    SelectionRanges ranges = new SelectionRanges(offset);
    ranges.enter(new TextRange(0, tree.source().length()));
    ranges.statements(tree.statements());
    return ranges.path;
  }

  /** Whether the range holds the offset; then it is the next step. */
  private boolean enter(TextRange range) {
    boolean touches = range.touches(offset);
    boolean within = path.isEmpty() || path.getLast().contains(range);
    if (touches && within && (path.isEmpty() || !path.getLast().equals(range))) {
      path.add(range);
    }
    return touches && within;
  }

  private void statements(List<Statement> statements) {
    for (Statement statement : statements) {
      if (enter(statement.range())) {
        inside(statement);
        return;
      }
    }
  }

  private void inside(Statement statement) {
    switch (statement) {
      case Statement.Entry entry -> leaf(entry.name());
      case Statement.Choice choice -> leaf(choice.name());
      case Statement.Menu menu -> leaf(menu.prompt());
      case Statement.If block -> expression(block.condition());
      case Statement.Comment comment -> leaf(comment.prompt());
      case Statement.Source source -> leaf(source.path());
      case Statement.MainMenu menu -> leaf(menu.prompt());
      case Statement.Assignment assignment -> {
        leaf(assignment.name());
        enter(assignment.valueRange());
      }
      case Statement.MacroLine line -> leaf(line.word());
      case Statement.StrayAttribute stray -> attribute(stray.attribute());
      case Statement.StrayEnd end -> leaf(end.keyword());
      case Statement.Unknown unknown -> leaf(unknown.first());
    }
    if (statement instanceof Statement.WithAttributes with) {
      with.attributes().forEach(this::attribute);
    }
    if (statement instanceof Statement.Block block) {
      statements(block.body());
    }
  }

  private void attribute(Attribute attribute) {
    TextRange range =
        attribute instanceof Attribute.Help help
            ? help.range().union(help.textRange())
            : attribute.range();
    if (!enter(range)) {
      return;
    }
    switch (attribute) {
      case Attribute.Type type -> leaf(type.prompt());
      case Attribute.Prompt prompt -> leaf(prompt.prompt());
      case Attribute.Select select -> leaf(select.target());
      case Attribute.Range bounds -> {
        leaf(bounds.low());
        leaf(bounds.high());
      }
      case Attribute.Help help -> enter(help.textRange());
      default -> {
        // its expressions follow
      }
    }
    TreeWalk.expressions(attribute).forEach(this::expression);
  }

  private void expression(@Nullable ExprNode node) {
    if (node == null || !enter(node.range())) {
      return;
    }
    switch (node) {
      case Term term -> leaf(term);
      case ExprNode.Or or -> or.parts().forEach(this::expression);
      case ExprNode.And and -> and.parts().forEach(this::expression);
      case ExprNode.Not not -> expression(not.operand());
      case ExprNode.Paren paren -> expression(paren.inner());
      case ExprNode.Compare compare -> {
        expression(compare.left());
        expression(compare.right());
      }
    }
  }

  private void leaf(@Nullable Node node) {
    if (node != null && enter(node.range()) && node instanceof Term term) {
      enter(term.inner());
    }
  }
}
