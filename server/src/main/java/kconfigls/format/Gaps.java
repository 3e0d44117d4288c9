package kconfigls.format;

import java.util.ArrayList;
import java.util.List;
import kconfigls.dialect.LayoutStyle;
import kconfigls.expr.Comparison;
import kconfigls.syntax.Token;
import kconfigls.syntax.Token.Kind;
import kconfigls.syntax.parse.KconfigParser;
import kconfigls.text.SourceText;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;

/** The blanks at the ends of lines and, in a strict style, between the words of a line. */
final class Gaps {
  private final FormatOptions options;
  private final LayoutStyle style;
  private final String text;
  private final List<Token> tokens;
  private final List<TextEdit> edits = new ArrayList<>();

  private Gaps(SourceText source, FormatOptions options) {
    this.options = options;
    this.style = options.style();
    this.text = source.text();
    this.tokens = KconfigParser.tokens(source);
  }

  /** The edits, in order of the text. */
  static List<TextEdit> of(SourceText source, FormatOptions options) {
    Gaps gaps = new Gaps(source, options);
    for (int i = 0; i < gaps.tokens.size(); i++) {
      gaps.token(i);
    }
    return gaps.edits;
  }

  private void token(int i) {
    Token token = tokens.get(i);
    Kind before = i == 0 ? Kind.NEWLINE : tokens.get(i - 1).kind();
    Kind after = i + 1 == tokens.size() ? Kind.NEWLINE : tokens.get(i + 1).kind();
    if (token.kind() == Kind.BLANK) {
      blank(i, before, after);
    } else if (style.isStrict() && isWord(token.kind()) && isTooClose(i - 1, i)) {
      edits.add(new TextEdit(TextRange.at(token.range().start()), " "));
    } else if (token.kind() == Kind.COMMENT) {
      trimmed(token.range());
    }
  }

  /** Blanks at the beginning of a line are no gap, nor those around what the scanner ignores. */
  private void blank(int i, Kind before, Kind after) {
    TextRange range = tokens.get(i).range();
    if (after == Kind.NEWLINE && before != Kind.UNSUPPORTED && before != Kind.ASSIGNED_VALUE) {
      replace(range, options.trims() ? "" : range.of(text));
    } else if (isWord(before) && isWord(after) && style.isStrict()) {
      replace(range, wanted(i - 1, i + 1));
    }
  }

  private void replace(TextRange range, String wanted) {
    if (!range.of(text).equals(wanted)) {
      edits.add(new TextEdit(range, wanted));
    }
  }

  private void trimmed(TextRange comment) {
    int end = comment.end();
    while (end > comment.start() && " \t".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean continues = end > comment.start() && text.charAt(end - 1) == '\\';
    if (end < comment.end() && !continues && options.trims()) {
      edits.add(new TextEdit(new TextRange(end, comment.end()), ""));
    }
  }

  private static boolean isWord(Kind kind) {
    return switch (kind) {
      case KEYWORD, WORD, STRING, OPERATOR -> true;
      case ASSIGNED_VALUE, HELP_TEXT, COMMENT, BLANK, NEWLINE, UNSUPPORTED -> false;
    };
  }

  /**
   * Blanks stand on both sides of {@code &&} and {@code ||}, and of a comparison on both or none.
   */
  private boolean isTooClose(int left, int right) {
    if (left < 0 || !isWord(tokens.get(left).kind()) || wanted(left, right).isEmpty()) {
      return false;
    }
    return isLogical(left)
        || isLogical(right)
        || (isComparison(left) && isBlank(left - 1))
        || (isComparison(right) && isBlank(right + 1));
  }

  private boolean isBlank(int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).kind() == Kind.BLANK;
  }

  private boolean isLogical(int i) {
    return List.of("&&", "||").contains(tokens.get(i).range().of(text));
  }

  private boolean isComparison(int i) {
    return tokens.get(i).kind() == Kind.OPERATOR
        && Comparison.find(tokens.get(i).range().of(text)).isPresent();
  }

  /** What stands between two words, if anything may. */
  private String wanted(int left, int right) {
    String before = tokens.get(left).range().of(text);
    String after = tokens.get(right).range().of(text);
    boolean none = before.equals("(") || before.equals("!") || after.equals(")");
    return none ? "" : " ";
  }
}
