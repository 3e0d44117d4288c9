package kconfigls.rules;

import java.util.HashMap;
import java.util.Map;
import kconfigls.syntax.Node;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/**
 * What a comment is about: its line, or, if nothing else stands in that line, the statement or the
 * attribute that follows.
 */
final class SuppressedRange {
  private final SourceText source;
  private final LineIndex lines;
  private final Map<Integer, TextRange> nodes = new HashMap<>();

  /** For each line the first one, from it on, that is neither blank nor a comment. */
  private final int[] next;

  /** For each line the first one that goes on in it by backslashes. */
  private final int[] first;

  SuppressedRange(SyntaxTree tree) {
    this.source = tree.source();
    this.lines = source.lines();
    this.next = new int[lines.count()];
    this.first = new int[lines.count()];
    for (int line = next.length - 1; line >= 0; line--) {
      boolean skips = line + 1 < next.length && isSkipped(line);
      next[line] = skips ? next[line + 1] : isSkipped(line) ? next.length : line;
    }
    for (int line = 1; line < first.length; line++) {
      boolean goesOn = text().startsWith("\\", lines.end(line - 1) - 1);
      first[line] = goesOn ? first[line - 1] : line;
    }
    TreeWalk.attributes(tree).forEach(this::add);
    TreeWalk.statements(tree.statements(), this::add);
  }

  private void add(Node node) {
    nodes.merge(node.range().start(), node.range(), TextRange::union);
  }

  String text() {
    return source.text();
  }

  int length() {
    return source.length();
  }

  TextRange of(TextRange comment) {
    int line = lines.lineOf(comment.start());
    if (indent(text(), lines.start(line), comment.start()) < comment.start()) {
      return line(comment);
    }
    int about = line + 1 < lines.count() ? next[line + 1] : lines.count();
    if (about >= lines.count()) {
      return comment;
    }
    int start = lines.start(about);
    while (Character.isWhitespace(text().charAt(start))) {
      start++;
    }
    TextRange whole = new TextRange(start, lines.end(about));
    return nodes.getOrDefault(start, whole).union(whole);
  }

  /** The line of a comment, with the lines that are continued in it. */
  TextRange line(TextRange comment) {
    int line = lines.lineOf(comment.start());
    return new TextRange(lines.start(first[line]), lines.end(line));
  }

  private boolean isSkipped(int line) {
    int at = indent(source.text(), lines.start(line), lines.end(line));
    return at == lines.end(line) || text().charAt(at) == '#';
  }

  /** The first offset of a range that is no blank, or its end. */
  private static int indent(String text, int from, int to) {
    int at = from;
    while (at < to && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /**
   * What a comment of any other file is about: its line, or the next if it stands alone.
   *
   * @param afterAnother whether another such comment stands before it in its line
   */
  static TextRange inText(SourceText source, TextRange comment, boolean afterAnother) {
    LineIndex lines = source.lines();
    int line = lines.lineOf(comment.start());
    boolean alone = !afterAnother;
    for (int i = lines.start(line); i < comment.start() && alone; i++) {
      char c = source.text().charAt(i);
      alone = !Character.isLetterOrDigit(c) && c != '"';
    }
    int about = alone ? Math.min(line + 1, lines.count() - 1) : line;
    return new TextRange(lines.start(about), lines.end(about));
  }
}
