package kconfigls.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kconfigls.dialect.LayoutStyle;
import kconfigls.syntax.SyntaxTree;
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
   * @param helpIsIndented how the file's program reads help, as for the parser
   */
  public static List<TextEdit> format(SyntaxTree tree, LayoutStyle style, boolean helpIsIndented) {
    List<TextEdit> edits = edits(tree, style);
    SourceText after = tree.source().with(edits);
    return SameMeaning.of(tree, after, helpIsIndented) ? edits : List.of();
  }

  /**
   * The edits within whole lines that a range touches. Who selects lines wants them by the letter.
   */
  public static List<TextEdit> format(
      SyntaxTree tree, LayoutStyle style, boolean helpIsIndented, TextRange range) {
    SourceText source = tree.source();
    int start = source.lines().start(source.lines().lineOf(range.start()));
    int end = source.lines().end(source.lines().lineOf(range.end()));
    List<TextEdit> edits =
        edits(tree, style.toTheLetter()).stream()
            .filter(edit -> edit.range().start() >= start && edit.range().end() <= end)
            .toList();
    return SameMeaning.of(tree, source.with(edits), helpIsIndented) ? edits : List.of();
  }

  private static List<TextEdit> edits(SyntaxTree tree, LayoutStyle style) {
    List<TextEdit> edits = new ArrayList<>();
    edits.addAll(BlankLines.of(tree, style));
    edits.addAll(Indents.of(tree, style));
    edits.addAll(Gaps.of(tree.source(), style));
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
