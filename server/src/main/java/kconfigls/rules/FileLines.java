package kconfigls.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import kconfigls.analysis.Lazy;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Node;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** What each line of a file is; lines count from 0. */
public final class FileLines {
  /** What a line is. */
  public enum Kind {
    /** Nothing but blanks, outside a help text. */
    BLANK,
    /** Nothing but a comment. */
    COMMENT,
    /** The first line of a statement. */
    STATEMENT,
    /** The end of a block. */
    END,
    /** The first line of an attribute. */
    ATTRIBUTE,
    /** A line of a help text, or an empty one between two of them. */
    HELP,
    /** What follows a line that ends in a backslash. */
    CONTINUATION,
    /** What the parser made nothing of. */
    OTHER
  }

  private final String text;
  private final LineIndex lines;
  private final Kind[] kinds;
  private final int[] depths;
  private final @Nullable Node[] nodes;
  private final String newline;
  private final Lazy<BitSet> texts = Lazy.of(this::findTexts);

  FileLines(SyntaxTree tree) {
    this.text = tree.source().text();
    this.lines = tree.source().lines();
    this.newline = text.contains("\r\n") ? "\r\n" : "\n";
    this.kinds = new Kind[lines.count()];
    this.depths = new int[lines.count()];
    this.nodes = new Node[lines.count()];
    Arrays.fill(kinds, Kind.OTHER);
    statements(tree.statements(), 0);
    for (int line = 0; line < kinds.length; line++) {
      if (kinds[line] == Kind.OTHER) {
        char first = indent(line) < end(line) ? text.charAt(indent(line)) : 0;
        kinds[line] = first == 0 ? Kind.BLANK : first == '#' ? Kind.COMMENT : Kind.OTHER;
      }
      if (line > 0 && continues(line - 1)) {
        kinds[line] = Kind.CONTINUATION;
        depths[line] = depths[line - 1];
      }
    }
    // a text is no layout
    tree.innerLines().forEach(start -> kinds[lines.lineOf(start)] = Kind.OTHER);
  }

  private void statements(List<Statement> statements, int depth) {
    int at = depth;
    for (Statement statement : statements) {
      mark(statement, Kind.STATEMENT, at);
      switch (statement) {
        case Statement.WithAttributes with -> attributes(with.attributes(), at + 1);
        case Statement.StrayAttribute stray -> attributes(List.of(stray.attribute()), at + 1);
        case Statement.StrayEnd end -> mark(end, Kind.END, at);
        default -> {
          // nothing but its line
        }
      }
      if (statement instanceof Statement.Block block) {
        statements(block.body(), at + 1);
        if (block.end() != null) {
          mark(block.end(), Kind.END, at);
        }
      }
      // what follows a main menu lies inside it
      at += statement instanceof Statement.MainMenu ? 1 : 0;
    }
  }

  private void attributes(List<Attribute> attributes, int depth) {
    for (Attribute attribute : attributes) {
      mark(attribute, Kind.ATTRIBUTE, depth);
      if (attribute instanceof Attribute.Help help && !help.text().isEmpty()) {
        int last = lines.lineOf(help.range().end());
        for (int line = lines.lineOf(help.textRange().start()); line <= last; line++) {
          kinds[line] = Kind.HELP;
          depths[line] = depth + 1;
          nodes[line] = help;
        }
      }
    }
  }

  private void mark(Node node, Kind kind, int depth) {
    int line = lines.lineOf(node.range().start());
    kinds[line] = kind;
    depths[line] = depth;
    nodes[line] = node;
  }

  private boolean continues(int line) {
    boolean code =
        switch (kinds[line]) {
          case STATEMENT -> !(nodes[line] instanceof Statement.Assignment);
          case END, ATTRIBUTE, CONTINUATION, OTHER -> true;
          case BLANK, COMMENT, HELP -> false;
        };
    int end = end(line);
    return code && end > start(line) && text.charAt(end - 1) == '\\' && comment(line) < 0;
  }

  public int count() {
    return kinds.length;
  }

  /** How the lines of the file end: CR LF if any of them does. */
  public String newline() {
    return newline;
  }

  public Kind kind(int line) {
    return kinds[line];
  }

  /**
   * Whether a line, or one that it goes on with or that goes on with it, has a quote or a macro.
   */
  public boolean mayGoOnInText(int line) {
    return texts.get().get(line);
  }

  private BitSet findTexts() {
    BitSet found = new BitSet(kinds.length);
    int first = 0;
    for (int next = 1; next <= kinds.length; next++) {
      if (next == kinds.length || kinds[next] != Kind.CONTINUATION) {
        found.set(first, next, hasText(start(first), end(next - 1)));
        first = next;
      }
    }
    return found;
  }

  private boolean hasText(int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'' || (c == '$' && i + 1 < to && text.charAt(i + 1) == '(')) {
        return true;
      }
    }
    return false;
  }

  /** How many blocks and entries a line lies in. */
  public int depth(int line) {
    return depths[line];
  }

  /**
   * The statement, attribute or end keyword that begins in a line, or the help that it is part of.
   */
  public @Nullable Node node(int line) {
    return nodes[line];
  }

  public int start(int line) {
    return lines.start(line);
  }

  /** Where a line ends, before its newline. */
  public int end(int line) {
    return lines.end(line);
  }

  /** The line of an offset. */
  public int of(int offset) {
    return lines.lineOf(offset);
  }

  /** The offset of a line's first character that is no blank, or of its end. */
  public int indent(int line) {
    int at = start(line);
    while (at < end(line) && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The offset behind a line's last character that is no blank. */
  public int stripped(int line) {
    int at = end(line);
    while (at > start(line) && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  public String text(int line) {
    return text.substring(start(line), end(line));
  }

  /** The blanks at the beginning of a line. */
  public String indentation(int line) {
    return text.substring(start(line), indent(line));
  }

  /** The range of a line from its first to its last character that is no blank. */
  public TextRange content(int line) {
    int start = indent(line);
    return new TextRange(start, Math.max(start, stripped(line)));
  }

  /** The column, from 0, of an offset in a line. */
  public int column(int line, int offset, int tabWidth) {
    int column = 0;
    for (int i = start(line); i < offset; i++) {
      column = text.charAt(i) == '\t' ? (column / tabWidth + 1) * tabWidth : column + 1;
    }
    return column;
  }

  /** The last offset of a line, up to an end, whose column is at most the given one. */
  public int offset(int line, int end, int most, int tabWidth) {
    int column = 0;
    int at = start(line);
    while (at < end) {
      column = text.charAt(at) == '\t' ? (column / tabWidth + 1) * tabWidth : column + 1;
      if (column > most) {
        return at;
      }
      at++;
    }
    return at;
  }

  /** The offset of the {@code #} of a comment in a line of code, or -1. */
  public int comment(int line) {
    char quote = 0;
    int depth = 0;
    int end = end(line);
    for (int i = start(line); i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        i += c == '\\' ? 1 : 0;
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '$' && i + 1 < end && text.charAt(i + 1) == '(') {
        depth++;
        i++;
      } else if (c == ')' && depth > 0) {
        depth--;
      } else if (c == '#' && depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
