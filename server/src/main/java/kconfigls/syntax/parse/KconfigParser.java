package kconfigls.syntax.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kconfigls.grammar.KconfigLexer;
import kconfigls.grammar.KconfigLexerBase;
import kconfigls.grammar.KconfigLines;
import kconfigls.grammar.Utf16CharStream;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Reading;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.syntax.SyntaxTree;
import kconfigls.syntax.Token;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;

/**
 * Parses a Kconfig file of any dialect. It never throws: whatever is wrong is a problem of the
 * tree, and an error stays within its line.
 */
public final class KconfigParser {
  /** A file with more problems is something else than Kconfig; its rest is not read. */
  private static final int MAX_PROBLEMS = 20_000;

  private KconfigParser() {}

  /** The tree of a text; problems in order of the text. */
  public static SyntaxTree parse(SourceText source) {
    return parse(source, Reading.C);
  }

  /**
   * The tree of a text.
   *
   * <p>Of a binary file nothing is read but that it is one.
   *
   * @param reading how the file's program reads lines: the language page, A.4
   */
  public static SyntaxTree parse(SourceText source, Reading reading) {
    if (source.isBinary()) {
      return new SyntaxTree(source, List.of(), List.of(binary(source)), List.of());
    }
    KconfigLexer lexer = lexer(source.text());
    if (reading == Reading.PYTHON) {
      lexer.readAsPython();
    }
    LineTokens tokens = new LineTokens(lexer);
    return parse(source, lexer, tokens, new KconfigLines(tokens));
  }

  /** The same with a parser that the caller made, for instance one that counts predictions. */
  static SyntaxTree parse(
      SourceText source, KconfigLexer lexer, LineTokens tokens, KconfigLines parser) {
    List<SyntaxProblem> problems = new ArrayList<>();
    parser.removeErrorListeners();
    parser.setBuildParseTree(false);
    parser.setErrorHandler(new LineErrors(source.text(), problems));
    BlockBuilder blocks = new BlockBuilder(source.text(), problems);
    LineReader reader = new LineReader(source.text(), tokens, blocks);
    while (tokens.LA(1) != org.antlr.v4.runtime.Token.EOF) {
      if (problems.size() >= MAX_PROBLEMS) {
        var token = parser.getCurrentToken();
        problems.add(tooMany(new TextRange(token.getStartIndex(), token.getStopIndex() + 1)));
        break;
      }
      tokens.startLine();
      reader.read(parser.line());
    }
    var statements = blocks.finish();
    Notices.addTo(problems, lexer.notices(), source.text());
    if (lexer.notices().size() >= KconfigLexerBase.MOST_NOTICES) {
      problems.add(tooMany(TextRange.at(source.length())));
    }
    problems.sort(Comparator.comparingInt(problem -> problem.range().start()));
    return new SyntaxTree(
        source, statements, List.copyOf(problems), List.copyOf(lexer.innerLines()));
  }

  private static SyntaxProblem binary(SourceText source) {
    int first = source.firstControl();
    return new SyntaxProblem(
        ProblemKind.BINARY_FILE,
        new TextRange(first, first + 1),
        "this is a binary file, or text in UTF-16, and is not read: Kconfig files are UTF-8 text");
  }

  private static SyntaxProblem tooMany(TextRange range) {
    return new SyntaxProblem(
        ProblemKind.INVALID_STATEMENT, range, "too many errors: the rest of the file is not read");
  }

  static KconfigLexer lexer(String text) {
    KconfigLexer lexer = new KconfigLexer(new Utf16CharStream(text));
    lexer.removeErrorListeners();
    return lexer;
  }

  /** All tokens of a text, blanks and comments included: they concatenate to the text. */
  public static List<Token> tokens(SourceText source) {
    String text = source.text();
    if (source.isBinary()) {
      return List.of(new Token(Token.Kind.UNSUPPORTED, new TextRange(0, text.length())));
    }
    KconfigLexer lexer = lexer(text);
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    boolean lineStart = true;
    for (var token = lexer.nextToken();
        token.getType() != org.antlr.v4.runtime.Token.EOF;
        token = lexer.nextToken()) {
      Trivia.addTo(tokens, text, at, token.getStartIndex());
      int end = token.getStopIndex() + 1;
      if (end > token.getStartIndex()) {
        Token.Kind kind = TokenKinds.of(token.getType(), lineStart);
        tokens.add(new Token(kind, new TextRange(token.getStartIndex(), end)));
      }
      lineStart = token.getType() == KconfigLexer.NL || token.getType() == KconfigLexer.HELP_TEXT;
      at = Math.max(at, end);
    }
    Trivia.addTo(tokens, text, at, text.length());
    return tokens;
  }
}
