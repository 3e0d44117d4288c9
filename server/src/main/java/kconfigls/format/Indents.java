package kconfigls.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kconfigls.dialect.LayoutStyle;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.LineIndex;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** The blanks at the beginnings of lines. */
final class Indents {
  private final String text;
  private final LineIndex lines;
  private final FormatOptions options;
  private final LayoutStyle style;
  private final Margins margins;
  private final Set<Integer> innerLines;
  private final List<TextEdit> edits = new ArrayList<>();

  private Indents(SyntaxTree tree, FormatOptions options) {
    this.text = tree.source().text();
    this.lines = tree.source().lines();
    this.options = options;
    this.style = options.style();
    this.margins = new Margins(tree, options);
    this.innerLines = Set.copyOf(tree.innerLines());
  }

  /** The edits, in no order. Lines of no statement, such as comments, keep theirs. */
  static List<TextEdit> of(SyntaxTree tree, FormatOptions options) {
    Indents indents = new Indents(tree, options);
    indents.statements(tree.statements(), 0);
    return indents.edits;
  }

  private void statements(List<Statement> statements, int depth) {
    int own = depth;
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
        default -> statement(statement, own);
      }
      own = statement instanceof Statement.MainMenu ? depth + 1 : own;
    }
  }

  private void statement(Statement statement, int depth) {
    String own = margins.of(statement.range().start(), depth);
    line(statement.range().start(), own);
    if (!(statement instanceof Statement.WithAttributes)
        && !(statement instanceof Statement.Block)) {
      continuations(statement.range(), own);
    }
    if (statement instanceof Statement.WithAttributes with) {
      continuations(with.keyword().range(), own);
      String inner = margins.attributes(with, own);
      with.attributes().forEach(attribute -> attribute(attribute, inner));
    }
    if (statement instanceof Statement.If block && block.condition() != null) {
      continuations(block.keyword().range().union(block.condition().range()), own);
    }
    if (statement instanceof Statement.Block block) {
      statements(block.body(), depth + 1);
      if (block.end() != null) {
        int end = block.end().range().start();
        line(end, margins.of(end, depth));
      }
    }
  }

  private void attribute(Attribute attribute, String own) {
    line(attribute.keyword().range().start(), own);
    if (attribute instanceof Attribute.Help help) {
      help(help, own);
    } else {
      continuations(attribute.range(), own);
    }
  }

  /** The whole text moves, or stays; what is indented more than its first line stays so. */
  private void help(Attribute.Help help, String own) {
    if (help.textRange().isEmpty() || help.swallowed() > 0) {
      return; // a statement that became a text by mistake must go on to look like one
    }
    String wanted = own + style.helpUnit();
    int from = -1;
    int last = lines.lineOf(help.textRange().end() - 1);
    for (int line = lines.lineOf(help.textRange().start()); line <= last; line++) {
      int start = lines.start(line);
      String blanks = margins.blanks(start);
      int first = Math.min(start + blanks.length(), lines.end(line));
      if (first == lines.end(line)) {
        trim(start, first);
        continue;
      }
      boolean good = !options.isUnitFixed() && Margins.column(blanks) >= Margins.column(own);
      int column = Margins.column(blanks);
      if (from < 0) {
        from = column;
        wanted = good ? blanks : wanted;
      }
      boolean stays = good && from == Margins.column(wanted);
      replace(start, first, stays ? blanks : wanted + " ".repeat(Math.max(0, column - from)));
      trim(first, lines.end(line));
    }
  }

  private void trim(int start, int end) {
    int last = end;
    while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    if (last < end && options.trims()) {
      edits.add(new TextEdit(new TextRange(last, end), ""));
    }
  }

  /** Lines that go on behind a backslash stand deeper than their first line. */
  private void continuations(TextRange range, String own) {
    int last = lines.lineOf(range.end());
    for (int line = lines.lineOf(range.start()) + 1; line <= last; line++) {
      int start = lines.start(line);
      if (innerLines.contains(start)) {
        continue; // these blanks belong to a string
      }
      String blanks = margins.blanks(start);
      String least = own + style.unit();
      boolean mixed = style.isTabsOnly() && blanks.indexOf(' ') >= 0;
      if (mixed || Margins.column(blanks) < Margins.column(least)) {
        replace(start, start + blanks.length(), least);
      }
    }
  }

  /** Only a statement that is the first of its line gets a new indentation. */
  private void line(int offset, String indent) {
    int start = lines.start(lines.lineOf(offset));
    if (start + margins.blanks(start).length() == offset) {
      replace(start, offset, indent);
    }
  }

  private void replace(int start, int end, String indent) {
    if (!margins.isGood(text.substring(start, end), indent)) {
      edits.add(new TextEdit(new TextRange(start, end), indent));
    }
  }
}
