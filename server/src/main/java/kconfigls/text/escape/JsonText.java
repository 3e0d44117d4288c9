package kconfigls.text.escape;

/** Text in JSON. */
public final class JsonText {
  private JsonText() {}

  /**
   * A string with its quotes. Hidden characters and all beyond U+FFFF are escaped, so that the
   * value is the same and the text is safe in a log; half of a pair of surrogates, which many
   * readers refuse, becomes U+FFFD.
   */
  public static String quoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    text.codePoints().forEach(c -> append(quoted, c));
    return WorkflowCommand.inside(quoted.append('"').toString(), "\\u0023");
  }

  private static void append(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
          quoted.append("\\ufffd");
        } else if (c > 0xFFFF || Printable.isHidden(c)) {
          for (char each : Character.toChars(c)) {
            quoted.append(String.format("\\u%04x", (int) each));
          }
        } else {
          quoted.appendCodePoint(c);
        }
      }
    }
  }
}
