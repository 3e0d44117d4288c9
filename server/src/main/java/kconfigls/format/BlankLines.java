package kconfigls.format;

import java.util.ArrayList;
import java.util.List;
import kconfigls.dialect.LayoutStyle;
import kconfigls.dialect.LayoutStyle.Spacing;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.LineIndex;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** The empty lines between statements. */
final class BlankLines {
  private final String text;
  private final String newline;
  private final LineIndex lines;
  private final FormatOptions options;
  private final LayoutStyle style;
  private final List<TextEdit> edits = new ArrayList<>();

  private BlankLines(SyntaxTree tree, FormatOptions options) {
    this.text = tree.source().text();
    this.newline = text.contains("\r\n") && !options.endsLinesInLf() ? "\r\n" : "\n";
    this.lines = tree.source().lines();
    this.options = options;
    this.style = options.style();
  }

  /** The edits, in no order. Empty lines within a help text stay. */
  static List<TextEdit> of(SyntaxTree tree, FormatOptions options) {
    BlankLines blanks = new BlankLines(tree, options);
    if (options.style().isStrict()) {
      blanks.remove(helpLines(tree, blanks.lines));
    }
    blanks.between(tree.statements());
    blanks.finalNewline();
    return blanks.edits;
  }

  /** Which lines stand inside help texts: they may be empty as often as they like. */
  private static boolean[] helpLines(SyntaxTree tree, LineIndex lines) {
    boolean[] help = new boolean[lines.count() + 1];
    String text = tree.source().text();
    for (Attribute attribute : TreeWalk.attributes(tree)) {
      if (attribute instanceof Attribute.Help it && !it.textRange().isEmpty()) {
        int end = it.textRange().end();
        while (end > it.textRange().start() && Character.isWhitespace(text.charAt(end - 1))) {
          end--;
        }
        for (int line = lines.lineOf(it.textRange().start()); line <= lines.lineOf(end); line++) {
          help[line] = true;
        }
      }
    }
    return help;
  }

  /**
   * One empty line in a row is enough, and none at the beginning and the end of the file, in a
   * strict style.
   */
  private void remove(boolean[] help) {
    int count = lines.start(lines.count() - 1) == text.length() ? lines.count() - 1 : lines.count();
    for (int line = 0; line < count; line++) {
      int first = line;
      while (line < count && isBlank(line) && !help[line]) {
        line++;
      }
      boolean atEdge = first == 0 || line == count;
      int surplus = first + (atEdge ? 0 : 1);
      if (surplus < line) {
        int end = line < lines.count() ? lines.start(line) : text.length();
        edits.add(new TextEdit(new TextRange(lines.start(surplus), end), ""));
      }
    }
  }

  private boolean isBlank(int line) {
    return text.substring(lines.start(line), lines.end(line)).isBlank();
  }

  private void between(List<Statement> statements) {
    Statement before = null;
    for (Statement statement : statements) {
      if (before != null && areApart(before, statement)) {
        separate(before.range().end(), statement.range().start());
      }
      if (statement instanceof Statement.Block block) {
        between(block.body());
        firstOf(block);
      }
      if (statement instanceof Statement.If block && style.spacing() == Spacing.CONDITIONS) {
        around(block);
      }
      before = statement;
    }
  }

  private boolean areApart(Statement before, Statement statement) {
    return switch (style.spacing()) {
      case FREE -> false;
      case ENTRIES ->
          style.isStrict()
              ? isLong(before) && isLong(statement)
              : hasHelp(before)
                  && statement instanceof Statement.Entry
                  && isNext(before, statement);
      case CONDITIONS ->
          statement instanceof Statement.WithAttributes || statement instanceof Statement.If;
    };
  }

  private static boolean isLong(Statement statement) {
    return statement instanceof Statement.Entry || statement instanceof Statement.Block;
  }

  /** Whether a statement is an entry with help; short entries in a row may do without. */
  private static boolean hasHelp(Statement statement) {
    return statement instanceof Statement.Entry entry
        && entry.attributes().stream().anyMatch(Attribute.Help.class::isInstance);
  }

  /** Whether not even a comment stands between two statements. */
  private boolean isNext(Statement before, Statement statement) {
    int last = lines.lineOf(before.range().end());
    return lines.lineOf(statement.range().start()) == last + 1;
  }

  /** A condition that is the first of a menu or a choice. */
  private void firstOf(Statement.Block block) {
    boolean isCondition =
        !block.body().isEmpty() && block.body().getFirst() instanceof Statement.If;
    if (isCondition
        && block instanceof Statement.WithAttributes with
        && style.spacing() == Spacing.CONDITIONS) {
      int head = with.keyword().range().end();
      int last = with.attributes().isEmpty() ? head : with.attributes().getLast().range().end();
      separate(last, block.body().getFirst().range().start());
    }
  }

  private void around(Statement.If block) {
    int head = (block.condition() == null ? block.keyword() : block.condition()).range().end();
    below(head);
    if (block.end() != null) {
      int last = block.body().isEmpty() ? head : block.body().getLast().range().end();
      separate(last, block.end().range().start());
      below(block.end().range().end());
    }
  }

  /** Puts an empty line below the line of an offset, unless nothing follows. */
  private void below(int offset) {
    int next = lines.lineOf(offset) + 1;
    if (next < lines.count() && lines.start(next) < text.length()) {
      separate(offset, lines.start(next));
    }
  }

  /** Puts an empty line below what ends, if there is none before what begins. */
  private void separate(int end, int begin) {
    if (begin < end) {
      return; // what is no statement comes first in the tree, wherever it stands
    }
    int line = lines.lineOf(end) + 1;
    for (int each = line; each <= lines.lineOf(begin); each++) {
      if (isBlank(each)) {
        return;
      }
    }
    if (line < lines.count()) {
      edits.add(new TextEdit(TextRange.at(lines.start(line)), newline));
    }
  }

  private void finalNewline() {
    if (options.endsFile() && !text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\\")) {
      edits.add(new TextEdit(TextRange.at(text.length()), newline));
    }
  }
}
