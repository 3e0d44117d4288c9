package kconfigls.ide.refactoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kconfigls.dialect.LayoutStyle;
import kconfigls.format.FormatOptions;
import kconfigls.format.Formatter;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Node;
import kconfigls.syntax.Reading;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.TreeWalk;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/**
 * A selection in a file, with what all refactorings need of it.
 *
 * @param reading how the file's program reads lines, as for the parser
 */
record Site(SyntaxTree tree, TextRange selection, LayoutStyle style, Reading reading) {

  String text() {
    return tree.source().text();
  }

  LineIndex lines() {
    return tree.source().lines();
  }

  /** How the lines of the file end. */
  String newline() {
    return text().contains("\r\n") ? "\r\n" : "\n";
  }

  /** Where the line of an offset begins. */
  int lineStart(int offset) {
    return lines().start(lines().lineOf(offset));
  }

  /** Where the line of an offset ends, before its line end. */
  int lineEnd(int offset) {
    return lines().end(lines().lineOf(offset));
  }

  /** All of the lines that a node stands on, with the last one's end. */
  TextRange wholeLines(Node node) {
    int last = lines().lineOf(node.range().end());
    return new TextRange(lineStart(node.range().start()), lines().start(last + 1));
  }

  /** The blanks that the line of an offset begins with. */
  String indentation(int offset) {
    int start = lineStart(offset);
    int end = start;
    while (end < text().length() && (text().charAt(end) == ' ' || text().charAt(end) == '\t')) {
      end++;
    }
    return text().substring(start, end);
  }

  /** Whether nothing else, such as a comment, stands on the lines of a node. */
  boolean isAlone(Node node) {
    TextRange range = node.range();
    return text().substring(lineStart(range.start()), range.start()).isBlank()
        && text().substring(range.end(), lineEnd(range.end())).isBlank();
  }

  /** The entry that the selection lies in. */
  Optional<Statement.Entry> entry() {
    List<Statement.Entry> found = new ArrayList<>();
    TreeWalk.statements(
        tree.statements(),
        statement -> {
          if (statement instanceof Statement.Entry entry
              && entry.range().contains(selection)
              && !entry.keyword().is("configdefault")
              && entry.name() != null) {
            found.add(entry);
          }
        });
    return found.isEmpty() ? Optional.empty() : Optional.of(found.getFirst());
  }

  /** Whether the selection lies on the line of a keyword. */
  boolean isOnLineOf(Keyword keyword) {
    int line = lines().lineOf(keyword.range().start());
    return lines().lineOf(selection.start()) == line && lines().lineOf(selection.end()) == line;
  }

  /** The edits that are to be offered; empty if the file would then mean anything else. */
  Optional<List<TextEdit>> checked(List<TextEdit> edits) {
    SourceText after = tree.source().with(edits);
    SyntaxTree changed = KconfigParser.parse(after, reading);
    if (!Effects.of(changed).equals(Effects.of(tree))) {
      return Optional.empty();
    }
    return Optional.of(style.isNested() ? laidOut(changed, edits) : edits);
  }

  /** Where blocks are indented, what is in them moves. */
  private List<TextEdit> laidOut(SyntaxTree changed, List<TextEdit> edits) {
    int first = edits.stream().mapToInt(edit -> edit.range().start()).min().orElse(0);
    int last = edits.stream().mapToInt(edit -> edit.range().end()).max().orElse(0);
    int grown = changed.source().length() - text().length();
    TextRange touched = new TextRange(first, Math.max(first, last + grown));
    List<TextEdit> layout =
        Formatter.format(changed, FormatOptions.of(style), reading, touched).stream()
            .sorted(Comparator.comparingInt(edit -> edit.range().start()))
            .toList();
    return List.of(difference(text(), changed.source().with(layout).text()));
  }

  private static TextEdit difference(String before, String after) {
    int start = 0;
    int most = Math.min(before.length(), after.length());
    while (start < most && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < most - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    return new TextEdit(
        new TextRange(start, before.length() - end), after.substring(start, after.length() - end));
  }
}
