package kconfigls.lsp.convert;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kconfigls.ide.SemanticHighlights.Highlight;
import kconfigls.ide.SemanticHighlights.Kind;
import kconfigls.ide.SemanticHighlights.Mark;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensLegend;

/** Semantic tokens as the numbers of the protocol. */
public final class Tokens {
  /** How many numbers make a token. */
  private static final int SIZE = 5;

  private Tokens() {}

  /** The names of kinds and marks, in the order of their numbers. */
  public static SemanticTokensLegend legend() {
    return new SemanticTokensLegend(
        Arrays.stream(Kind.values()).map(Tokens::type).toList(),
        Arrays.stream(Mark.values()).map(mark -> mark.name().toLowerCase(Locale.ROOT)).toList());
  }

  private static String type(Kind kind) {
    return switch (kind) {
      case KEYWORD -> "keyword";
      case SYMBOL -> "variable";
      case CONSTANT -> "enumMember";
      case NUMBER -> "number";
      case STRING -> "string";
      case OPERATOR -> "operator";
      case MACRO -> "macro";
      case COMMENT -> "comment";
    };
  }

  /** Each token's line and column count from the one before. */
  public static List<Integer> data(ToLsp toLsp, SourceText source, List<Highlight> highlights) {
    List<Integer> data = new ArrayList<>(highlights.size() * SIZE);
    Position last = new Position(0, 0);
    for (Highlight highlight : highlights) {
      for (TextRange part : byLine(source, highlight.range())) {
        Range range = toLsp.range(source, part);
        Position start = range.getStart();
        boolean sameLine = start.getLine() == last.getLine();
        data.add(start.getLine() - last.getLine());
        data.add(sameLine ? start.getCharacter() - last.getCharacter() : start.getCharacter());
        data.add(range.getEnd().getCharacter() - start.getCharacter());
        data.add(highlight.kind().ordinal());
        data.add(highlight.marks().stream().mapToInt(mark -> 1 << mark.ordinal()).sum());
        last = start;
      }
    }
    return data;
  }

  /** A token must lie in one line of the editor. */
  private static List<TextRange> byLine(SourceText source, TextRange range) {
    LineIndex lines = source.editorLines();
    int first = lines.lineOf(range.start());
    int last = lines.lineOf(range.end());
    if (first == last) {
      return List.of(range);
    }
    List<TextRange> parts = new ArrayList<>();
    for (int line = first; line <= last; line++) {
      int start = Math.max(range.start(), lines.start(line));
      int end = Math.min(range.end(), lines.end(line));
      if (start < end) {
        parts.add(new TextRange(start, end));
      }
    }
    return parts;
  }

  /** One edit that makes the new numbers of the old ones; none if they are equal. */
  public static List<SemanticTokensEdit> edits(List<Integer> old, List<Integer> data) {
    int least = Math.min(old.size(), data.size());
    int head = 0;
    while (head < least && old.get(head).equals(data.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < least - head
        && old.get(old.size() - 1 - tail).equals(data.get(data.size() - 1 - tail))) {
      tail++;
    }
    if (head == old.size() && head == data.size()) {
      return List.of();
    }
    return List.of(
        new SemanticTokensEdit(
            head, old.size() - tail - head, data.subList(head, data.size() - tail)));
  }
}
