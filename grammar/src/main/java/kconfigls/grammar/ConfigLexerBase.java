package kconfigls.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * What runs to the end of its line in a configuration file, found without a look at each letter.
 */
public abstract class ConfigLexerBase extends Lexer {
  private int restType;

  protected ConfigLexerBase(CharStream input) {
    super(input);
  }

  @Override
  public Token nextToken() {
    if (restType != 0) {
      int type = restType;
      restType = 0;
      int start = _input.index();
      int end = lineEnd(start);
      if (end > start) {
        _input.seek(end);
        return rest(type, start, end);
      }
    }
    return super.nextToken();
  }

  private Token rest(int type, int start, int end) {
    return getTokenFactory().create(_tokenFactorySourcePair, type, null, 0, start, end - 1, 0, 0);
  }

  private Utf16CharStream text() {
    return (Utf16CharStream) _input;
  }

  /** Where the line ends, before its CR LF or LF. */
  private int lineEnd(int from) {
    int feed = text().indexOf('\n', from, _input.size());
    if (feed < 0) {
      return _input.size();
    }
    return feed > from && text().charAt(feed - 1) == '\r' ? feed - 1 : feed;
  }

  // ---- called by the grammar's actions

  protected final void toLineEnd() {
    _input.seek(lineEnd(_input.index()));
  }

  protected final void toEquals() {
    int from = _input.index();
    int end = lineEnd(from);
    int equals = text().indexOf('=', from, end);
    _input.seek(equals < 0 ? end : equals);
  }

  protected final void valueFollows() {
    restType = ConfigLexer.VALUE;
  }

  protected final void tailFollows() {
    restType = ConfigLexer.TAIL;
  }
}
