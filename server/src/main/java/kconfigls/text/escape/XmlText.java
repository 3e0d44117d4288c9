package kconfigls.text.escape;

/** Text in XML, or in HTML that is made of it. */
public final class XmlText {
  private XmlText() {}

  /**
   * Escaped for an attribute or between tags. Hidden characters become references, and those that
   * XML 1.0 cannot hold are shown as {@link Printable} shows them.
   */
  public static String of(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, c));
    return WorkflowCommand.inside(escaped.toString(), "&#35;");
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      default -> {
        if (!isAllowed(c)) {
          escaped.append(Printable.escape(c));
        } else if (c == '\t' || Printable.isHidden(c)) {
          escaped.append("&#").append(c).append(';');
        } else {
          escaped.appendCodePoint(c);
        }
      }
    }
  }

  private static boolean isAllowed(int c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' && c != '\r';
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !surrogate && c != 0xFFFE && c != 0xFFFF;
  }
}
