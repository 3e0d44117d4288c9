package kconfigls.ide.support;

import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/**
 * The line that is being written, up to the cursor.
 *
 * @param head the line before the word at the cursor, lines joined by backslashes included
 * @param prefix the word before the cursor, possibly empty
 * @param replace the whole word at the cursor
 * @param entry the statement whose attribute this line would be; null for none
 * @param block the innermost open block; null for none
 * @param inText whether the cursor stands in help text or a comment
 */
public record LineContext(
    String head,
    String prefix,
    TextRange replace,
    Statement.@Nullable WithAttributes entry,
    Statement.@Nullable Block block,
    boolean inText) {

  /** The context of an offset. */
  public static LineContext at(SyntaxTree tree, int offset) {
    String text = tree.source().text();
    LineIndex lines = tree.source().lines();
    int line = lines.lineOf(offset);
    int start = lines.start(line);
    while (line > 0 && start >= 2 && text.charAt(start - 2) == '\\') {
      start = lines.start(--line);
    }
    int wordStart = offset;
    while (wordStart > start && isWord(text.charAt(wordStart - 1))) {
      wordStart--;
    }
    int wordEnd = offset;
    while (wordEnd < text.length() && isWord(text.charAt(wordEnd))) {
      wordEnd++;
    }
    String head = text.substring(start, wordStart).replace("\\\n", " ").stripLeading();
    Finder finder = new Finder(start);
    tree.statements().forEach(finder::visit);
    return new LineContext(
        head,
        text.substring(wordStart, offset),
        new TextRange(wordStart, wordEnd),
        finder.entry,
        finder.block,
        finder.inHelp || isComment(head));
  }

  private static boolean isWord(char c) {
    return c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }

  private static boolean isComment(String head) {
    boolean quoted = false;
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == '#' && !quoted) {
        return true;
      }
    }
    return false;
  }

  /** Finds what is open at the beginning of a line. */
  private static final class Finder {
    private final int at;
    private Statement.@Nullable WithAttributes entry;
    private Statement.@Nullable Block block;
    private boolean inHelp;

    Finder(int at) {
      this.at = at;
    }

    void visit(Statement statement) {
      if (statement.range().start() >= at) {
        return;
      }
      if (statement instanceof Statement.Block open && isOpen(open)) {
        block = open;
        entry = open instanceof Statement.WithAttributes with ? with : null;
        open.body().forEach(this::visit);
        return;
      }
      entry =
          statement instanceof Statement.WithAttributes with
                  && !(statement instanceof Statement.Block)
              ? with
              : null;
      inHelp = entry != null && isInHelp(entry);
    }

    private boolean isOpen(Statement.Block open) {
      return open.end() == null || at <= open.end().range().start();
    }

    private boolean isInHelp(Statement.WithAttributes with) {
      for (Attribute attribute : with.attributes()) {
        if (attribute instanceof Attribute.Help help
            && help.textRange().start() <= at
            && at < help.textRange().end()) {
          return at < help.range().end();
        }
      }
      return false;
    }
  }
}
