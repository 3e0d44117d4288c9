package kconfigls.syntax.parse;

import java.util.List;
import kconfigls.syntax.Token;
import kconfigls.syntax.Token.Kind;
import kconfigls.text.TextRange;

/** Blanks, comments and skipped characters: what lies between the parser's tokens. */
final class Trivia {
  private Trivia() {}

  static void addTo(List<Token> tokens, String text, int from, int to) {
    for (int at = from; at < to; ) {
      int end = at + 1;
      Kind kind;
      switch (text.charAt(at)) {
        case ' ', '\t' -> {
          kind = Kind.BLANK;
          while (end < to && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
          }
        }
        case '#' -> {
          kind = Kind.COMMENT;
          while (end < to && text.charAt(end) != '\n') {
            end++;
          }
        }
        case '\n' -> kind = Kind.NEWLINE;
        default -> kind = Kind.UNSUPPORTED;
      }
      tokens.add(new Token(kind, new TextRange(at, end)));
      at = end;
    }
  }
}
