package kconfigls.format;

import java.util.ArrayList;
import java.util.List;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.LineIndex;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** The blanks at the beginnings of lines. */
final class Indents {
  private static final int TAB = 8;

  private final String text;
  private final LineIndex lines;
  private final FormatStyle style;
  private final List<TextEdit> edits = new ArrayList<>();

  private Indents(SyntaxTree tree, FormatStyle style) {
    this.text = tree.source().text();
    this.lines = tree.source().lines();
    this.style = style;
  }

  /** The edits, in no order. Lines of no statement, such as comments, keep theirs. */
  static List<TextEdit> of(SyntaxTree tree, FormatStyle style) {
    Indents indents = new Indents(tree, style);
    indents.statements(tree.statements(), 0);
    return indents.edits;
  }

  private void statements(List<Statement> statements, int depth) {
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.StrayAttribute stray -> {
          // nobody knows what it belongs to
        }
        case Statement.StrayEnd stray -> {
          // nor this
        }
        case Statement.Unknown unknown -> {
          // nor what this is
        }
        default -> statement(statement, depth);
      }
    }
  }

  private void statement(Statement statement, int depth) {
    String own = style.indent(style.nested() ? depth : 0);
    line(statement.range().start(), own);
    if (!(statement instanceof Statement.WithAttributes)
        && !(statement instanceof Statement.Block)) {
      continuations(statement.range(), own);
    }
    if (statement instanceof Statement.WithAttributes with) {
      continuations(with.keyword().range(), own);
      with.attributes().forEach(attribute -> attribute(attribute, own + style.unit()));
    }
    if (statement instanceof Statement.If block && block.condition() != null) {
      continuations(block.keyword().range().union(block.condition().range()), own);
    }
    if (statement instanceof Statement.Block block) {
      statements(block.body(), depth + 1);
      if (block.end() != null) {
        line(block.end().range().start(), own);
      }
    }
  }

  private void attribute(Attribute attribute, String own) {
    line(attribute.keyword().range().start(), own);
    if (attribute instanceof Attribute.Help help) {
      help(help, own + style.helpUnit());
    } else {
      continuations(attribute.range(), own);
    }
  }

  /** The whole text moves; what is indented more than its first line stays so. */
  private void help(Attribute.Help help, String own) {
    if (help.textRange().isEmpty()) {
      return;
    }
    int base = -1;
    int last = lines.lineOf(help.textRange().end() - 1);
    for (int line = lines.lineOf(help.textRange().start()); line <= last; line++) {
      int start = lines.start(line);
      int first = Math.min(firstNonBlank(start), lines.end(line));
      if (first == lines.end(line)) {
        replace(start, first, "");
      } else {
        int column = column(start, first);
        base = base < 0 ? column : base;
        replace(start, first, own + " ".repeat(Math.max(0, column - base)));
      }
      trim(first, lines.end(line));
    }
  }

  private void trim(int start, int end) {
    int last = end;
    while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    if (last < end) {
      edits.add(new TextEdit(new TextRange(last, end), ""));
    }
  }

  /** Lines that go on behind a backslash stand deeper than their first line. */
  private void continuations(TextRange range, String own) {
    int last = lines.lineOf(range.end());
    for (int line = lines.lineOf(range.start()) + 1; line <= last; line++) {
      int start = lines.start(line);
      int first = firstNonBlank(start);
      int least = column(own + style.unit());
      if (column(start, first) < least) {
        replace(start, first, own + style.unit());
      }
    }
  }

  /** Only a statement that is the first of its line gets a new indentation. */
  private void line(int offset, String indent) {
    int start = lines.start(lines.lineOf(offset));
    if (firstNonBlank(start) == offset) {
      replace(start, offset, indent);
    }
  }

  private void replace(int start, int end, String indent) {
    if (!text.substring(start, end).equals(indent)) {
      edits.add(new TextEdit(new TextRange(start, end), indent));
    }
  }

  private int firstNonBlank(int start) {
    int at = start;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private int column(int start, int end) {
    return column(text.substring(start, end));
  }

  private static int column(String blanks) {
    int column = 0;
    for (int i = 0; i < blanks.length(); i++) {
      column = blanks.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
    }
    return column;
  }
}
