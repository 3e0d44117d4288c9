package kconfigls.syntax.parse;

import kconfigls.grammar.KconfigLexer;
import kconfigls.syntax.Token.Kind;

/** What the lexer's token types are to the rest of the program. */
final class TokenKinds {
  private TokenKinds() {}

  static Kind of(int type, boolean firstOfLine) {
    return switch (type) {
      case KconfigLexer.NL -> Kind.NEWLINE;
      case KconfigLexer.HELP_TEXT -> Kind.HELP_TEXT;
      case KconfigLexer.ASSIGN_VALUE -> Kind.ASSIGNED_VALUE;
      case KconfigLexer.STRING -> Kind.STRING;
      case KconfigLexer.WORD -> Kind.WORD;
      case KconfigLexer.IF, KconfigLexer.ON -> Kind.KEYWORD;
      case KconfigLexer.OR,
          KconfigLexer.AND,
          KconfigLexer.EQ,
          KconfigLexer.NE,
          KconfigLexer.LT,
          KconfigLexer.LE,
          KconfigLexer.GT,
          KconfigLexer.GE,
          KconfigLexer.NOT,
          KconfigLexer.LPAREN,
          KconfigLexer.RPAREN,
          KconfigLexer.COLON_EQ,
          KconfigLexer.PLUS_EQ,
          KconfigLexer.OPERATOR,
          KconfigLexer.TOO_DEEP ->
          Kind.OPERATOR;
      default -> firstOfLine ? Kind.KEYWORD : Kind.WORD;
    };
  }

  /** A token type in words, for "expected …". */
  static String words(int type) {
    return switch (type) {
      case KconfigLexer.NL -> "the end of the line";
      case KconfigLexer.WORD -> "a name";
      case KconfigLexer.STRING -> "a quoted text";
      case KconfigLexer.IF -> "'if'";
      case KconfigLexer.ON -> "'on'";
      case KconfigLexer.OR -> "'||'";
      case KconfigLexer.AND -> "'&&'";
      case KconfigLexer.NOT -> "'!'";
      case KconfigLexer.LPAREN -> "'('";
      case KconfigLexer.RPAREN -> "')'";
      case KconfigLexer.EQ -> "'='";
      case KconfigLexer.NE, KconfigLexer.LT, KconfigLexer.LE, KconfigLexer.GT, KconfigLexer.GE ->
          "a comparison";
      default -> "a statement";
    };
  }
}
