package kconfigls.format;

import kconfigls.dialect.LayoutStyle;
import kconfigls.dialect.LayoutStyle.Spacing;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.LineIndex;

/** The blanks before statements: those that they have where the style takes them, else others. */
final class Margins {
  /** Columns that programs take a tab for. */
  private static final int TAB = 8;

  /** The smallest indentation of blocks that is meant. */
  private static final int STEP = 4;

  private final String text;
  private final LineIndex lines;
  private final FormatOptions options;
  private final LayoutStyle style;

  Margins(SyntaxTree tree, FormatOptions options) {
    this.text = tree.source().text();
    this.lines = tree.source().lines();
    this.options = options;
    this.style = options.style();
  }

  /** The margin of a statement or of its end, in so many blocks. */
  String of(int offset, int depth) {
    if (style.isNested()) {
      return style.unit().repeat(depth);
    }
    String now = before(offset);
    boolean isStep = column(now) % STEP == 0 && column(now) <= depth * TAB;
    return isStep && !options.isUnitFixed() ? now : "";
  }

  /** Whether blanks are as good as others that the style has. */
  boolean isGood(String now, String wanted) {
    return now.equals(wanted) || (!options.isUnitFixed() && column(now) == column(wanted));
  }

  /** What attributes are indented by that belong to a statement with a margin. */
  String attributes(Statement.WithAttributes statement, String margin) {
    String one = null;
    for (Attribute attribute : statement.attributes()) {
      String now = before(attribute.keyword().range().start());
      one = one == null || isGood(now, one) ? now : "";
    }
    int least = style.spacing() == Spacing.FREE ? 1 : TAB - 1;
    boolean isFar = one != null && column(one) >= column(margin) + least;
    if (one != null && isFar && !options.isUnitFixed()) {
      return one;
    }
    return margin + (margin.startsWith(" ") ? " ".repeat(STEP) : style.unit());
  }

  /** The blanks at the beginning of the line of an offset. */
  private String before(int offset) {
    return blanks(lines.start(lines.lineOf(offset)));
  }

  /** The blanks from an offset on. */
  String blanks(int start) {
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /** The column behind blanks at the beginning of a line. */
  static int column(String blanks) {
    int column = 0;
    for (int i = 0; i < blanks.length(); i++) {
      column = blanks.charAt(i) == '\t' ? (column / TAB + 1) * TAB : column + 1;
    }
    return column;
  }
}
