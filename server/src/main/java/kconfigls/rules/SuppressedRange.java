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

  SuppressedRange(SyntaxTree tree) {
    this.source = tree.source();
    this.lines = source.lines();
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
    if (!isBlank(source, lines.start(line), comment.start())) {
      return line(comment);
    }
    int next = line + 1;
    while (next < lines.count() && isSkipped(next)) {
      next++;
    }
    if (next >= lines.count()) {
      return comment;
    }
    int start = lines.start(next);
    while (Character.isWhitespace(text().charAt(start))) {
      start++;
    }
    TextRange whole = new TextRange(start, lines.end(next));
    return nodes.getOrDefault(start, whole).union(whole);
  }

  /** The line of a comment, with the lines that are continued in it. */
  TextRange line(TextRange comment) {
    int line = lines.lineOf(comment.start());
    int first = line;
    while (first > 0 && source.text().startsWith("\\", lines.end(first - 1) - 1)) {
      first--;
    }
    return new TextRange(lines.start(first), lines.end(line));
  }

  private boolean isSkipped(int line) {
    String text = text().substring(lines.start(line), lines.end(line)).strip();
    return text.isEmpty() || text.startsWith("#");
  }

  private static boolean isBlank(SourceText source, int from, int to) {
    return source.text().substring(from, to).isBlank();
  }

  /** What a comment of any other file is about: its line, or the next if it stands alone. */
  static TextRange inText(SourceText source, TextRange comment) {
    LineIndex lines = source.lines();
    int line = lines.lineOf(comment.start());
    String before = source.text().substring(lines.start(line), comment.start());
    boolean alone = before.chars().noneMatch(c -> Character.isLetterOrDigit(c) || c == '"');
    int about = alone ? Math.min(line + 1, lines.count() - 1) : line;
    return new TextRange(lines.start(about), lines.end(about));
  }
}
