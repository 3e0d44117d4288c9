package kconfigls.syntax.parse;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.WritableToken;

/**
 * The tokens of the line being parsed: those of earlier lines are forgotten, so that a file of many
 * megabytes does not have all its tokens in memory at once.
 */
final class LineTokens extends CommonTokenStream {
  LineTokens(TokenSource source) {
    super(source);
  }

  /** Forgets all tokens but the last one that was consumed; the others are numbered from it. */
  void startLine() {
    if (p < 2) {
      return;
    }
    tokens.subList(0, p - 1).clear();
    p = 1;
    for (int i = 0; i < tokens.size(); i++) {
      ((WritableToken) tokens.get(i)).setTokenIndex(i);
    }
  }
}
