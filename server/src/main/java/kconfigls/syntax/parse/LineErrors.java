package kconfigls.syntax.parse;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kconfigls.grammar.KconfigLexer;
import kconfigls.grammar.KconfigLines;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.text.TextRange;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Turns syntax errors into problems, one a line, and goes on with the next line. */
final class LineErrors extends DefaultErrorStrategy {
  private static final Set<String> WORD_OPERATORS = Set.of("and", "or", "not", "AND", "OR", "NOT");

  private final String text;
  private final List<SyntaxProblem> problems;

  LineErrors(String text, List<SyntaxProblem> problems) {
    this.text = text;
    this.problems = problems;
  }

  @Override
  public void sync(Parser recognizer) {
    // each decision needs one token: there is nothing to look for ahead of an error
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    throw new InputMismatchException(recognizer);
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    while (recognizer.getInputStream().LA(1) != KconfigLexer.NL
        && recognizer.getInputStream().LA(1) != Token.EOF) {
      recognizer.consume();
    }
    if (recognizer.getContext().getRuleIndex() == KconfigLines.RULE_line
        && recognizer.getInputStream().LA(1) == KconfigLexer.NL) {
      recognizer.consume();
      endErrorCondition(recognizer);
    }
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {
    if (inErrorRecoveryMode(recognizer)) {
      return;
    }
    beginErrorCondition(recognizer);
    Token offending = e.getOffendingToken();
    Token before = recognizer.getTokenStream().LT(-1);
    problems.add(problem(recognizer, offending, before));
  }

  private SyntaxProblem problem(Parser recognizer, Token offending, Token before) {
    TextRange range = range(offending);
    String word = range.of(text);
    int previous = before == null ? KconfigLexer.NL : before.getType();
    if (offending.getType() == KconfigLexer.TOO_DEEP) {
      return invalid(range, "parentheses are nested too deeply");
    }
    if (offending.getType() == KconfigLexer.EQ && previous == KconfigLexer.EQ && before != null) {
      TextRange both = range(before).union(range);
      return new SyntaxProblem(
          ProblemKind.BAD_OPERATOR, both, "'" + both.of(text) + "' is no operator: use '='");
    }
    if (previous == KconfigLexer.LT && offending.getType() == KconfigLexer.GT && before != null) {
      return new SyntaxProblem(
          ProblemKind.BAD_OPERATOR, range(before).union(range), "'<>' is no operator: use '!='");
    }
    if (WORD_OPERATORS.contains(word)) {
      return new SyntaxProblem(
          ProblemKind.BAD_OPERATOR, range, "'" + word + "' is no operator: use " + symbol(word));
    }
    if (!isComparison(offending.getType()) && isSingleBar(before, offending)) {
      char c = text.charAt(before.getStopIndex() + 1 + gap(before, offending));
      return new SyntaxProblem(
          ProblemKind.BAD_OPERATOR, range, "a single '" + c + "' is ignored: use '" + c + c + "'");
    }
    if (isComparison(offending.getType()) && isOperand(previous)) {
      boolean afterParen = previous == KconfigLexer.RPAREN;
      return afterParen ? comparisonOfExpression(range) : chained(range);
    }
    boolean opens =
        offending.getType() == KconfigLexer.LPAREN || offending.getType() == KconfigLexer.NOT;
    if (opens && isComparison(previous)) {
      return comparisonOfExpression(range);
    }
    return invalid(range, "expected " + expected(recognizer) + found(offending, word));
  }

  private boolean isSingleBar(Token before, Token offending) {
    return before != null && gap(before, offending) >= 0;
  }

  /** Where, after the first of two tokens, a single {@code &} or {@code |} was skipped; or -1. */
  private int gap(Token before, Token offending) {
    String between =
        text.substring(
            Math.min(before.getStopIndex() + 1, offending.getStartIndex()),
            offending.getStartIndex());
    String stripped = between.strip();
    boolean single = stripped.equals("&") || stripped.equals("|");
    return single ? between.indexOf(stripped) : -1;
  }

  private static SyntaxProblem chained(TextRange range) {
    return new SyntaxProblem(
        ProblemKind.CHAINED_COMPARISON,
        range,
        "comparisons cannot be chained: join two of them by '&&'");
  }

  private static SyntaxProblem comparisonOfExpression(TextRange range) {
    return new SyntaxProblem(
        ProblemKind.COMPARISON_OF_EXPRESSION,
        range,
        "only single symbols and constants can be compared");
  }

  private static SyntaxProblem invalid(TextRange range, String message) {
    return new SyntaxProblem(ProblemKind.INVALID_STATEMENT, range, message);
  }

  private static boolean isOperand(int type) {
    return type == KconfigLexer.WORD || type == KconfigLexer.STRING || type == KconfigLexer.RPAREN;
  }

  private static boolean isComparison(int type) {
    return switch (type) {
      case KconfigLexer.EQ,
          KconfigLexer.NE,
          KconfigLexer.LT,
          KconfigLexer.LE,
          KconfigLexer.GT,
          KconfigLexer.GE ->
          true;
      default -> false;
    };
  }

  private static String symbol(String word) {
    return switch (word) {
      case "and", "AND" -> "'&&'";
      case "or", "OR" -> "'||'";
      default -> "'!'";
    };
  }

  private static String expected(Parser recognizer) {
    IntervalSet types = recognizer.getExpectedTokens();
    Set<String> words = new LinkedHashSet<>();
    for (int type : types.toList()) {
      words.add(TokenKinds.words(type));
    }
    if (types.contains(KconfigLexer.WORD)) {
      words.remove(TokenKinds.words(KconfigLexer.ON)); // a name too, but not one to propose
    }
    String end = TokenKinds.words(KconfigLexer.NL);
    if (words.remove(end)) {
      words.add(end);
    }
    return String.join(" or ", words);
  }

  private static String found(Token offending, String word) {
    boolean atEnd = offending.getType() == KconfigLexer.NL || offending.getType() == Token.EOF;
    return atEnd ? "" : ", found '" + word + "'";
  }

  private static TextRange range(Token token) {
    int start = token.getStartIndex();
    boolean empty = token.getType() == KconfigLexer.NL || token.getType() == Token.EOF;
    return new TextRange(start, empty ? start : Math.max(start, token.getStopIndex() + 1));
  }
}
