package kconfigls.format;

import java.util.ArrayList;
import java.util.List;
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
  private final FormatStyle style;
  private final List<TextEdit> edits = new ArrayList<>();

  private BlankLines(SyntaxTree tree, FormatStyle style) {
    this.text = tree.source().text();
    this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    this.lines = tree.source().lines();
    this.style = style;
  }

  /** The edits, in no order. Empty lines within a help text stay. */
  static List<TextEdit> of(SyntaxTree tree, FormatStyle style) {
    BlankLines blanks = new BlankLines(tree, style);
    blanks.remove(helpLines(tree, blanks.lines));
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

  /** One empty line in a row is enough; none at the beginning and the end of the file. */
  private void remove(boolean[] help) {
    boolean afterBlank = true;
    int lastFull = lines.count() - 1;
    while (lastFull >= 0 && isBlank(lastFull)) {
      lastFull--;
    }
    for (int line = 0; line < lines.count(); line++) {
      boolean blank = isBlank(line) && !help[line];
      int end = line + 1 < lines.count() ? lines.start(line + 1) : text.length();
      if (blank && (afterBlank || line > lastFull) && end > lines.start(line)) {
        edits.add(new TextEdit(new TextRange(lines.start(line), end), ""));
      }
      afterBlank = blank;
    }
  }

  private boolean isBlank(int line) {
    return text.substring(lines.start(line), lines.end(line)).isBlank();
  }

  private void between(List<Statement> statements) {
    Statement before = null;
    for (Statement statement : statements) {
      if (style.blankBetween() && before != null && isLong(before) && opensAnew(statement)) {
        separate(lines.lineOf(before.range().end()));
      }
      if (statement instanceof Statement.If block && style.blankAfterIf()) {
        int head =
            block.condition() == null
                ? block.keyword().range().end()
                : block.condition().range().end();
        if (!block.body().isEmpty()) {
          separate(lines.lineOf(head));
        }
      }
      if (statement instanceof Statement.Block block) {
        between(block.body());
      }
      before = statement;
    }
  }

  private static boolean isLong(Statement statement) {
    return statement instanceof Statement.Entry || statement instanceof Statement.Block;
  }

  private static boolean opensAnew(Statement statement) {
    return statement instanceof Statement.Entry || statement instanceof Statement.Block;
  }

  /** Puts an empty line below a line that has none. */
  private void separate(int line) {
    if (line + 1 < lines.count() && !isBlank(line + 1)) {
      edits.add(new TextEdit(TextRange.at(lines.start(line + 1)), newline));
    }
  }

  private void finalNewline() {
    if (!text.isEmpty() && !text.endsWith("\n") && !text.endsWith("\\")) {
      edits.add(new TextEdit(TextRange.at(text.length()), newline));
    }
  }
}
