package kconfigls.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
  public static List<TextEdit> format(SyntaxTree tree, FormatStyle style, boolean helpIsIndented) {
    List<TextEdit> edits = edits(tree, style);
    SourceText after = applied(tree.source(), edits);
    return SameMeaning.of(tree, after, helpIsIndented) ? edits : List.of();
  }

  /** Whether there would be edits if the meaning did not count. */
  static boolean wouldChange(SyntaxTree tree, FormatStyle style) {
    return !edits(tree, style).isEmpty();
  }

  /** The edits within whole lines that a range touches. */
  public static List<TextEdit> format(
      SyntaxTree tree, FormatStyle style, boolean helpIsIndented, TextRange range) {
    SourceText source = tree.source();
    int start = source.lines().start(source.lines().lineOf(range.start()));
    int end = source.lines().end(source.lines().lineOf(range.end()));
    List<TextEdit> edits =
        edits(tree, style).stream()
            .filter(edit -> edit.range().start() >= start && edit.range().end() <= end)
            .toList();
    return SameMeaning.of(tree, applied(source, edits), helpIsIndented) ? edits : List.of();
  }

  private static List<TextEdit> edits(SyntaxTree tree, FormatStyle style) {
    List<TextEdit> edits = new ArrayList<>();
    edits.addAll(BlankLines.of(tree, style));
    edits.addAll(Indents.of(tree, style));
    edits.addAll(Gaps.of(tree.source()));
    // at one place, an empty line and other insertions come first, then what takes the most away
    edits.sort(
        Comparator.comparingInt((TextEdit edit) -> edit.range().start())
            .thenComparing(edit -> !edit.range().isEmpty())
            .thenComparingInt(edit -> -edit.range().end()));
    return withoutOverlap(edits);
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

  /** A text with edits that are in order and do not overlap. */
  public static SourceText applied(SourceText source, List<TextEdit> edits) {
    StringBuilder out = new StringBuilder(source.length() + 64);
    int at = 0;
    for (TextEdit edit : edits) {
      out.append(source.text(), at, edit.range().start()).append(edit.newText());
      at = edit.range().end();
    }
    out.append(source.text(), at, source.length());
    return source.with(new TextEdit(new TextRange(0, source.length()), out.toString()));
  }
}
