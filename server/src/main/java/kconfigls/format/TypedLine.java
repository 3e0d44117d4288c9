package kconfigls.format;

import java.util.List;
import java.util.Optional;
import kconfigls.dialect.LayoutStyle;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** The indentation of a line that has just been begun. */
public final class TypedLine {
  private final SourceText source;
  private final LayoutStyle style;
  private final Margins margins;

  private TypedLine(SyntaxTree tree, FormatOptions options) {
    this.source = tree.source();
    this.style = options.style();
    this.margins = new Margins(tree, options);
  }

  /** The edit of the empty line at an offset; none if the line has text or stands well already. */
  public static Optional<TextEdit> at(SyntaxTree tree, FormatOptions options, int offset) {
    SourceText source = tree.source();
    int line = source.lines().lineOf(offset);
    TextRange range = new TextRange(source.lines().start(line), source.lines().end(line));
    String now = range.of(source.text());
    if (line == 0 || !now.isBlank()) {
      return Optional.empty();
    }
    String wanted = new TypedLine(tree, options).indent(tree.statements(), line - 1, 0);
    return now.equals(wanted) ? Optional.empty() : Optional.of(new TextEdit(range, wanted));
  }

  /** What follows a line: an attribute below an entry, a text below help, else a statement. */
  private String indent(List<Statement> statements, int line, int outer) {
    int depth = outer;
    for (Statement statement : statements) {
      if (lineOf(statement.range().start()) > line) {
        break;
      }
      if (statement instanceof Statement.WithAttributes with && isLast(with, line)) {
        String margin = margins.of(with.range().start(), depth);
        return below(with, line, margins.attributes(with, margin));
      }
      boolean inside = line < lineOf(statement.range().end()) || !isClosed(statement);
      if (statement instanceof Statement.Block block && inside) {
        return indent(block.body(), line, depth + 1);
      }
      depth = statement instanceof Statement.MainMenu ? outer + 1 : depth;
    }
    return style.isNested() ? style.indentation(depth) : "";
  }

  private static boolean isClosed(Statement statement) {
    return !(statement instanceof Statement.Block block) || block.end() != null;
  }

  /** Whether the line is the head of a statement or one of its attributes. */
  private boolean isLast(Statement.WithAttributes with, int line) {
    if (lineOf(with.range().start()) == line) {
      return true;
    }
    return with.attributes().stream().anyMatch(attribute -> covers(attribute, line));
  }

  private boolean covers(Attribute attribute, int line) {
    TextRange range =
        attribute instanceof Attribute.Help help
            ? help.keyword().range().union(help.textRange())
            : attribute.range();
    return lineOf(range.start()) <= line
        && line <= lineOf(Math.max(range.start(), range.end() - 1));
  }

  private String below(Statement.WithAttributes with, int line, String own) {
    for (Attribute attribute : with.attributes()) {
      if (attribute instanceof Attribute.Help help && covers(help, line)) {
        return lineOf(help.keyword().range().start()) == line
            ? own + style.helpUnit()
            : margins.blanks(source.lines().start(line));
      }
    }
    return own;
  }

  private int lineOf(int offset) {
    return source.lines().lineOf(offset);
  }
}
