package kconfigls.syntax;

import kconfigls.text.TextRange;

/**
 * A word or a quoted string: a symbol, a constant, a prompt or a path.
 *
 * @param range with its quotes
 * @param raw the text between the quotes, or the word, with escapes and macros as written; where it
 *     goes over several lines, these are joined
 * @param quote the quote, or 0 for a bare word
 */
public record Term(TextRange range, String raw, char quote) implements ExprNode {
  public boolean isQuoted() {
    return quote != 0;
  }

  /** Whether the text holds a macro or environment reference, so that its value is not literal. */
  public boolean hasMacro() {
    return raw.indexOf('$') >= 0;
  }

  /** The text with the escapes of a string removed; macros stay as written. */
  public String text() {
    return quote == 0 || raw.indexOf('\\') < 0 ? raw : unescape(raw);
  }

  private static String unescape(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '\\' && i + 1 < raw.length()) {
        c = raw.charAt(++i);
      }
      out.append(c);
    }
    return out.toString();
  }

  /** The range of the text between the quotes. */
  public TextRange inner() {
    int length = range.length() - 2 > raw.length() ? range.length() - 2 : raw.length();
    return quote == 0
        ? range
        : new TextRange(range.start() + 1, Math.min(range.end(), range.start() + 1 + length));
  }
}
