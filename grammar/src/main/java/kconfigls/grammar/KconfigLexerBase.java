package kconfigls.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * What the tables of the Kconfig lexer cannot say: balanced macros, strings, help text, assignment
 * values and the missing newline at the end of a file. Offsets are those of the character stream.
 */
public abstract class KconfigLexerBase extends Lexer {
  /** Parentheses nested deeper than this end the statement in an error instead of the stack. */
  public static final int MAX_DEPTH = 200;

  /** What the lexer noticed beside its tokens. */
  public enum NoticeKind {
    UNSUPPORTED_CHARACTER,
    UNTERMINATED_STRING,
    UNTERMINATED_MACRO,
    BROKEN_CONTINUATION,
    CARRIAGE_RETURN,
    MISSING_FINAL_NEWLINE
  }

  /** A notice and the characters {@code [start, end)} that it is about. */
  public record Notice(NoticeKind kind, int start, int end) {}

  /** A text with more notices is something else than Kconfig; its rest has no tokens. */
  public static final int MOST_NOTICES = 20_000;

  /** Keywords of all programs that have variables. */
  private static final Set<String> RESERVED =
      Set.of("bool", "tristate", "int", "hex", "string", "select", "imply", "source", "optional");

  private final List<Notice> notices = new ArrayList<>();
  private final List<Integer> innerLines = new ArrayList<>();
  private boolean python;
  private int previousType = KconfigLexer.NL;
  private int wordsOnLine;
  private int firstOnLine;
  private boolean helpDue;
  private boolean carriageReturnSeen;
  private int depth;

  protected KconfigLexerBase(CharStream input) {
    super(input);
  }

  /**
   * A help text must be indented, and strings, comments and values go on behind a backslash at the
   * end of a line, as Kconfiglib has it; to be said before the first token is read.
   */
  public void readAsPython() {
    python = true;
  }

  /** Where the lines so far start that go on with a string, a comment or a value. */
  public List<Integer> innerLines() {
    return innerLines;
  }

  /** The notices so far, in order of the text. */
  public List<Notice> notices() {
    return notices;
  }

  @Override
  public Token nextToken() {
    if (helpDue) {
      helpDue = false;
      Token text = helpText();
      if (text != null) {
        return text;
      }
    }
    if (notices.size() >= MOST_NOTICES) {
      _input.seek(_input.size());
    }
    Token token = super.nextToken();
    if (token.getType() == Token.EOF) {
      return atEnd(token);
    }
    if (python && isBehindHelp() && token.getType() != KconfigLexer.NL) {
      ((CommonToken) token).setChannel(Token.HIDDEN_CHANNEL);
      return token;
    }
    if (wordsOnLine == 0 && isUnreserved(token) && assignmentFollows()) {
      ((CommonToken) token).setType(KconfigLexer.WORD);
      mode(KconfigLexer.LINE);
    }
    follow(token);
    return token;
  }

  /** Kconfiglib passes over what follows {@code help} on its line. */
  private boolean isBehindHelp() {
    return wordsOnLine == 1 && firstOnLine == KconfigLexer.HELP;
  }

  /** Keywords of some dialect that others take as names of variables. */
  private static boolean isUnreserved(Token token) {
    if (RESERVED.contains(token.getText())) {
      return false;
    }
    return switch (token.getType()) {
      case KconfigLexer.SET,
          KconfigLexer.RESET,
          KconfigLexer.WARNING,
          KconfigLexer.OPTION,
          KconfigLexer.FLAG,
          KconfigLexer.SOURCE,
          KconfigLexer.TYPE,
          KconfigLexer.SELECT,
          KconfigLexer.CONFIGDEFAULT ->
          true;
      default -> false;
    };
  }

  private boolean assignmentFollows() {
    int i = 1;
    while (_input.LA(i) == ' ' || _input.LA(i) == '\t') {
      i++;
    }
    int c = _input.LA(i);
    return c == '=' || ((c == ':' || c == '+') && _input.LA(i + 1) == '=');
  }

  private void follow(Token token) {
    int type = token.getType();
    if (type == KconfigLexer.NL) {
      helpDue = previousType == KconfigLexer.HELP && wordsOnLine == 1;
      wordsOnLine = 0;
      depth = 0;
    } else {
      wordsOnLine++;
      if (wordsOnLine == 1) {
        firstOnLine = type;
      } else if (wordsOnLine == 2 && firstOnLine == KconfigLexer.WORD && isAssignment(type)) {
        mode(KconfigLexer.VALUE);
      }
    }
    previousType = type;
  }

  private static boolean isAssignment(int type) {
    return type == KconfigLexer.EQ || type == KconfigLexer.COLON_EQ || type == KconfigLexer.PLUS_EQ;
  }

  private Token atEnd(Token eof) {
    int size = _input.size();
    if (previousType == KconfigLexer.NL || previousType == KconfigLexer.HELP_TEXT) {
      return eof;
    }
    previousType = KconfigLexer.NL;
    notices.add(new Notice(NoticeKind.MISSING_FINAL_NEWLINE, size, size));
    return token(KconfigLexer.NL, size, size);
  }

  private Token token(int type, int start, int end) {
    CommonToken token =
        (CommonToken)
            getTokenFactory().create(_tokenFactorySourcePair, type, null, 0, start, end - 1, 0, 0);
    return token;
  }

  private int charAt(int index) {
    return ((Utf16CharStream) _input).charAt(index);
  }

  private void notice(NoticeKind kind, int start, int end) {
    notices.add(new Notice(kind, start, end));
  }

  // ---- called by the grammar's actions

  protected final void newLine() {
    int end = _input.index();
    if (!carriageReturnSeen && end >= 2 && charAt(end - 2) == '\r') {
      carriageReturnSeen = true; // the others are as this one
      notice(NoticeKind.CARRIAGE_RETURN, end - 2, end - 1);
    }
  }

  /** A joined line: legal, unless nothing follows that could be joined. */
  protected final void continuation() {
    if (_input.LA(1) == CharStream.EOF) {
      notice(NoticeKind.BROKEN_CONTINUATION, _tokenStartCharIndex, _input.index() - 1);
    }
  }

  protected final void unsupported() {
    int end = _input.index();
    boolean atLineEnd = _input.LA(1) == '\n' || _input.LA(1) == CharStream.EOF;
    if (charAt(_tokenStartCharIndex) == '\\' && atLineEnd) {
      notice(NoticeKind.BROKEN_CONTINUATION, _tokenStartCharIndex, end);
    } else {
      notice(NoticeKind.UNSUPPORTED_CHARACTER, _tokenStartCharIndex, _tokenStartCharIndex + 1);
    }
    if (notices.size() >= MOST_NOTICES) {
      _input.seek(_input.size()); // such characters make no token, so that nextToken goes on itself
    }
  }

  protected final void openParen() {
    if (++depth > MAX_DEPTH) {
      setType(KconfigLexer.TOO_DEEP);
    }
  }

  protected final void closeParen() {
    depth--;
  }

  /** Goes on with a word after its first {@code $}. */
  protected final void macroWord() {
    afterDollar(false);
  }

  /** Goes on with an unquoted path after its first {@code $}. */
  protected final void macroPath() {
    afterDollar(true);
  }

  private void afterDollar(boolean path) {
    macro(_input.index() - 1);
    while (true) {
      int c = _input.LA(1);
      if (c == '$') {
        _input.consume();
        macro(_input.index() - 1);
      } else if (path ? isPathChar(c) : isWordChar(c)) {
        _input.consume();
      } else {
        return;
      }
    }
  }

  /** A comment, or the value of an assignment, is read to the end of its line. */
  protected final void restOfLine() {
    while (python && joinsNext(_input.index() - 1)) {
      _input.consume();
      innerLines.add(_input.index());
      while (_input.LA(1) != '\n' && _input.LA(1) != CharStream.EOF) {
        _input.consume();
      }
    }
  }

  /** Whether a backslash is the last character before a line's end that is read next. */
  private boolean joinsNext(int last) {
    boolean crlf = charAt(last) == '\r';
    return _input.LA(1) == '\n' && last > 0 && charAt(crlf ? last - 1 : last) == '\\';
  }

  /** Consumes a backslash and the end of its line if they come next and join lines. */
  private boolean joined() {
    int end = _input.LA(2) == '\r' ? 3 : 2;
    if (!python || _input.LA(1) != '\\' || _input.LA(end) != '\n') {
      return false;
    }
    for (int i = 0; i < end; i++) {
      _input.consume();
    }
    innerLines.add(_input.index());
    return true;
  }

  /** The quote is consumed; goes on to the closing one, or to the end of the line. */
  protected final void stringBody() {
    int quote = charAt(_tokenStartCharIndex);
    boolean closed = true;
    while (true) {
      if (joined()) {
        continue;
      }
      int c = _input.LA(1);
      if (c == CharStream.EOF || c == '\n' || (c == '\r' && _input.LA(2) == '\n')) {
        if (closed) {
          notice(NoticeKind.UNTERMINATED_STRING, _tokenStartCharIndex, _input.index());
        }
        return;
      }
      _input.consume();
      if (c == quote) {
        return;
      }
      if (c == '\\') {
        joined(); // the second of two backslashes, before the first has its character
      }
      if (c == '\\' && _input.LA(1) != '\n' && _input.LA(1) != CharStream.EOF) {
        _input.consume();
      } else if (c == '$') {
        closed = macro(_input.index() - 1);
      }
    }
  }

  /**
   * After a {@code $}: consumes a balanced {@code (…)} on the same line, if one follows; false if
   * it lacks its end, which then took the rest of the line.
   */
  private boolean macro(int dollar) {
    int open = _input.LA(1);
    if (open != '(' && open != '{') {
      return true;
    }
    int close = open == '(' ? ')' : '}';
    int level = 0;
    while (true) {
      int c = _input.LA(1);
      if (c == CharStream.EOF || c == '\n') {
        if (open == '(') {
          notice(NoticeKind.UNTERMINATED_MACRO, dollar, _input.index());
        }
        return open != '(';
      }
      _input.consume();
      if (c == open) {
        level++;
      } else if (c == close && --level == 0) {
        return true;
      }
    }
  }

  private static boolean isWordChar(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || c == '_'
        || c == '-'
        || c == '.'
        || c == '/';
  }

  private static boolean isPathChar(int c) {
    return c > ' ' && c != '"' && c != '\'' && c != '#' && c != '\\';
  }

  // ---- help text, by the algorithm of conf's scanner

  private Token helpText() {
    int start = _input.index();
    int end = helpEnd(start);
    if (end == start) {
      return null;
    }
    _input.seek(end);
    previousType = KconfigLexer.HELP_TEXT;
    return token(KconfigLexer.HELP_TEXT, start, end);
  }

  private int helpEnd(int start) {
    int size = _input.size();
    int base = -1;
    for (int line = start; line < size; ) {
      int column = 0;
      int at = line;
      for (; at < size && (charAt(at) == ' ' || charAt(at) == '\t'); at++) {
        column = charAt(at) == '\t' ? (column / 8 + 1) * 8 : column + 1;
      }
      boolean blank = at >= size || charAt(at) == '\n' || isCrLf(at, size);
      if (!blank) {
        if (column < base || (column == 0 && (python || line > start))) {
          return line;
        }
        if (base < 0) {
          base = column;
        }
      }
      line = nextLine(at, size);
    }
    return size;
  }

  private boolean isCrLf(int at, int size) {
    return charAt(at) == '\r' && at + 1 < size && charAt(at + 1) == '\n';
  }

  private int nextLine(int at, int size) {
    while (at < size && charAt(at) != '\n') {
      at++;
    }
    return Math.min(size, at + 1);
  }
}
