package kconfigls.text.escape;

/**
 * Text whose every character can be seen. Control characters, marks of direction and characters of
 * no width are written as escapes, such as {@code \x1b} and {@code \u202e}; TAB stays. A backslash
 * of the text itself stays as it is, so the result is for people and cannot be read back.
 */
public final class Printable {
  private Printable() {}

  /** Text as a part of one line: line ends are escaped, too. */
  public static String line(String text) {
    return of(text, false);
  }

  /** The same for a text in quotes, where a TAB should be seen as well. */
  public static String quoted(String text) {
    return line(text).replace("\t", escape('\t'));
  }

  /** Text of several lines: LF stays, and CR LF becomes LF. */
  public static String lines(String text) {
    return of(text.replace("\r\n", "\n"), true);
  }

  private static String of(String text, boolean lines) {
    int at = 0;
    while (at < text.length() && isPlain(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, at);
    while (at < text.length()) {
      int c = text.codePointAt(at);
      at += Character.charCount(c);
      if ((c == '\n' && lines) || !isHidden(c)) {
        out.appendCodePoint(c);
      } else {
        out.append(escape(c));
      }
    }
    return out.toString();
  }

  /** ASCII that can be seen, which nearly all text is. */
  private static boolean isPlain(char c) {
    return (c >= ' ' && c <= '~') || c == '\t';
  }

  /** Whether a character shows as nothing, moves what is around it, or acts on a terminal. */
  static boolean isHidden(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\t';
      case Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }

  /** A character by its number; one that stands for a byte that is not UTF-8, by the byte's. */
  static String escape(int c) {
    if (c >= 0xdc80 && c <= 0xdcff) {
      return escape(c - 0xdc00);
    }
    return String.format(c < 0x100 ? "\\x%02x" : c < 0x10000 ? "\\u%04x" : "\\U%08x", c);
  }
}
