package kconfigls.ide.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Tristate;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.ConfigTree;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.values.Value;

/** The smallest edits of a configuration file that give symbols other values. */
final class ConfigEdits {
  private static final String DEFAULT_MARK = "# default:";

  private final ConfigTree tree;
  private final String text;
  private final Dialect dialect;

  ConfigEdits(ConfigTree tree, Dialect dialect) {
    this.tree = tree;
    this.text = tree.source().text();
    this.dialect = dialect;
  }

  /**
   * Sets a symbol: in the line that counts, or in a new one at the end.
   *
   * @return nothing if the file says so already
   */
  List<TextEdit> set(String symbol, Optional<SymbolType> type, String value) {
    int number = counting(symbol);
    if (number < 0) {
      String line = line(symbol, type, value, ConfigFiles.isGenerated(text));
      boolean open = !text.isEmpty() && !text.endsWith("\n");
      String end = lineEnd();
      String added = (open ? end : "") + line + end;
      return List.of(new TextEdit(TextRange.at(text.length()), added));
    }
    ConfigLine old = tree.lines().get(number);
    String line = line(symbol, type, value, old instanceof ConfigLine.NotSet);
    int start = marked(number) ? tree.lines().get(number - 1).start() : old.start();
    return text.substring(start, old.end()).equals(line)
        ? List.of()
        : List.of(new TextEdit(new TextRange(start, old.end()), line));
  }

  /** Takes all lines of a symbol out. */
  List<TextEdit> remove(String symbol) {
    List<TextEdit> edits = new ArrayList<>();
    for (int i = 0; i < tree.lines().size(); i++) {
      if (isOf(tree.lines().get(i), symbol)) {
        int start = tree.lines().get(marked(i) ? i - 1 : i).start();
        boolean last = i + 1 == tree.lines().size();
        int end = last ? text.length() : tree.lines().get(i + 1).start();
        edits.add(new TextEdit(new TextRange(start, end), ""));
      }
    }
    return edits;
  }

  /** Whether the line that counts for a symbol asks for y or m. */
  boolean asksForMore(String symbol) {
    int number = counting(symbol);
    return number >= 0
        && tree.lines().get(number) instanceof ConfigLine.Assignment line
        && List.of("y", "m").contains(line.value().of(text).strip());
  }

  /** The number of the line that counts; -1 for none. */
  private int counting(String symbol) {
    int found = -1;
    for (int i = 0; i < tree.lines().size(); i++) {
      if (isOf(tree.lines().get(i), symbol)) {
        found = i;
        if (dialect.has(Feature.FIRST_ASSIGNMENT_COUNTS)) {
          break;
        }
      }
    }
    return found;
  }

  private boolean isOf(ConfigLine line, String symbol) {
    TextRange name =
        switch (line) {
          case ConfigLine.Assignment assignment -> assignment.name();
          case ConfigLine.NotSet notSet -> notSet.name();
          case ConfigLine.Blank blank -> TextRange.at(blank.start());
          case ConfigLine.Comment comment -> TextRange.at(comment.start());
          case ConfigLine.Include include -> TextRange.at(include.start());
          case ConfigLine.Other other -> TextRange.at(other.start());
        };
    return name.of(text).equals(dialect.prefix() + symbol);
  }

  /** Whether the line before says that a line holds a default only, which gives way to others. */
  private boolean marked(int number) {
    return number > 0
        && dialect.has(Feature.SDKCONFIG)
        && tree.lines().get(number - 1).range().of(text).strip().equals(DEFAULT_MARK);
  }

  /** Python programs take {@code =n}, which people prefer in files that they write. */
  private String line(String symbol, Optional<SymbolType> type, String value, boolean asComment) {
    boolean off = value.equals("n") && !type.equals(Optional.of(SymbolType.STRING));
    if (off && dialect.has(Feature.PYTHON_CONFIGS) && !asComment) {
      return dialect.prefix() + symbol + "=n";
    }
    return new Value(symbol, type, value, Tristate.Y, Value.Origin.USER, true, true).line(dialect);
  }

  private String lineEnd() {
    int end = text.indexOf('\n');
    return end > 0 && text.charAt(end - 1) == '\r' ? "\r\n" : "\n";
  }

  /** Whether a file can hold a value: a line end would begin another line. */
  static boolean isOneLine(String value) {
    return value.chars().noneMatch(c -> c == '\n' || c == '\r' || c == 0);
  }
}
