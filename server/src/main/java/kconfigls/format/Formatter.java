package kconfigls.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kconfigls.syntax.Reading;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** Says which blanks of a file to change so that it has a style. */
public final class Formatter {
  private Formatter() {}

  /**
   * The edits, in order of the text; none where they would change more than blanks: then the file
   * is odd in a way that only its author can judge.
   *
   * @param reading how the file's program reads lines, as for the parser
   */
  public static List<TextEdit> format(SyntaxTree tree, FormatOptions options, Reading reading) {
    List<TextEdit> edits = edits(tree, options);
    if (options.endsLinesInLf() && mayLoseCarriageReturns(tree)) {
      List<TextEdit> all = new ArrayList<>(edits);
      all.addAll(carriageReturns(tree.source()));
      List<TextEdit> sorted = sorted(all);
      if (SameMeaning.of(tree, tree.source().with(sorted), reading)) {
        return sorted;
      }
    }
    SourceText after = tree.source().with(edits);
    return SameMeaning.of(tree, after, reading) ? edits : List.of();
  }

  /** Assigned values, and what a backslash before a carriage return means, differ without it. */
  private static boolean mayLoseCarriageReturns(SyntaxTree tree) {
    List<Statement> all = new ArrayList<>();
    TreeWalk.statements(tree.statements(), all::add);
    boolean assigns = all.stream().anyMatch(Statement.Assignment.class::isInstance);
    return !assigns && !tree.source().text().contains("\\\r\n");
  }

  private static List<TextEdit> carriageReturns(SourceText source) {
    List<TextEdit> edits = new ArrayList<>();
    String text = source.text();
    for (int at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
      edits.add(new TextEdit(new TextRange(at, at + 1), ""));
    }
    return edits;
  }

  /**
   * The edits within whole lines that a range touches. Who selects lines wants them by the letter.
   */
  public static List<TextEdit> format(
      SyntaxTree tree, FormatOptions options, Reading reading, TextRange range) {
    SourceText source = tree.source();
    int start = source.lines().start(source.lines().lineOf(range.start()));
    int end = source.lines().end(source.lines().lineOf(range.end()));
    List<TextEdit> edits =
        edits(tree, options.toTheLetter()).stream()
            .filter(edit -> edit.range().start() >= start && edit.range().end() <= end)
            .toList();
    return SameMeaning.of(tree, source.with(edits), reading) ? edits : List.of();
  }

  private static List<TextEdit> edits(SyntaxTree tree, FormatOptions options) {
    List<TextEdit> edits = new ArrayList<>();
    edits.addAll(BlankLines.of(tree, options));
    edits.addAll(Indents.of(tree, options));
    edits.addAll(Gaps.of(tree.source(), options));
    return sorted(edits);
  }

  private static List<TextEdit> sorted(List<TextEdit> edits) {
    // at one place, an empty line and other insertions come first, then what takes the most away
    edits.sort(
        Comparator.comparingInt((TextEdit edit) -> edit.range().start())
            .thenComparing(edit -> !edit.range().isEmpty())
            .thenComparingInt(edit -> -edit.range().end()));
    return withoutOverlap(edits.stream().distinct().toList());
  }

  /** A line that goes away needs no new indentation. */
  private static List<TextEdit> withoutOverlap(List<TextEdit> edits) {
    List<TextEdit> kept = new ArrayList<>();
    int end = -1;
    for (TextEdit edit : edits) {
      if (edit.range().start() >= end) {
        kept.add(edit);
        end = edit.range().end();
      }
    }
    return kept;
  }
}
