package kconfigls.syntax;

import kconfigls.text.TextRange;

/** A piece of the text. The tokens of a file follow one another without a gap. */
public record Token(Kind kind, TextRange range) {
  /** What a token is. */
  public enum Kind {
    KEYWORD,
    WORD,
    STRING,
    OPERATOR,
    ASSIGNED_VALUE,
    HELP_TEXT,
    COMMENT,
    BLANK,
    NEWLINE,
    UNSUPPORTED
  }
}
