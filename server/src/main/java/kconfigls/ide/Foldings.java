package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;

/** The parts of a file that an editor can fold away. */
public final class Foldings {
  /**
   * A part; lines from 0, the last one included.
   *
   * @param comment whether it consists of comments
   */
  public record Folding(int startLine, int endLine, boolean comment) {}

  private final LineIndex lines;
  private final String text;
  private final List<Folding> found = new ArrayList<>();

  private Foldings(SyntaxTree tree) {
    this.lines = tree.source().lines();
    this.text = tree.source().text();
  }

  /** Blocks, entries, help texts and runs of comments, each of two lines or more. */
  public static List<Folding> of(SyntaxTree tree) {
    Foldings foldings = new Foldings(tree);
    TreeWalk.statements(tree.statements(), foldings::statement);
    foldings.comments();
    return foldings.found;
  }

  private void statement(Statement statement) {
    switch (statement) {
      case Statement.Block block -> {
        // the end statement stays in sight
        int end = lines.lineOf(block.range().end());
        add(lines.lineOf(block.range().start()), block.end() == null ? end : end - 1, false);
      }
      case Statement.WithAttributes with -> add(with.range());
      default -> {
        // a single line
      }
    }
    if (statement instanceof Statement.WithAttributes with) {
      for (Attribute attribute : with.attributes()) {
        if (attribute instanceof Attribute.Help help && !help.textRange().isEmpty()) {
          add(help.keyword().range().union(help.textRange()));
        }
      }
    }
  }

  private void add(TextRange range) {
    int end = range.end();
    while (end > range.start() && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    add(lines.lineOf(range.start()), lines.lineOf(end), false);
  }

  private void add(int start, int end, boolean comment) {
    if (end > start) {
      found.add(new Folding(start, end, comment));
    }
  }

  private void comments() {
    int first = -1;
    for (int line = 0; line <= lines.count(); line++) {
      boolean comment = line < lines.count() && isComment(line);
      if (comment && first < 0) {
        first = line;
      } else if (!comment && first >= 0) {
        add(first, line - 1, true);
        first = -1;
      }
    }
  }

  private boolean isComment(int line) {
    return text.startsWith("#", lines.start(line));
  }
}
