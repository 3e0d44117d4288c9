package kconfigls.ide.support;

/** Text for people, as Markdown or plain. */
public final class Markup {
  /** What the client can show. */
  public enum Style {
    MARKDOWN,
    PLAIN
  }

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  public Markup(Style style) {
    this.style = style;
  }

  public String text() {
    return out.toString().strip();
  }

  /** A name and what it is. */
  public void heading(String name, String what) {
    String shown = style == Style.MARKDOWN ? "**" + escape(name) + "**" : name;
    paragraph(shown + (what.isEmpty() ? "" : " – " + what));
  }

  /** A paragraph; what must not be markup in it has to be escaped. */
  public void paragraph(String text) {
    endParagraph();
    out.append(text).append("\n\n");
  }

  /** A paragraph written with backticks around code. */
  public void prose(String text) {
    paragraph(style == Style.PLAIN ? text.replace("`", "") : text);
  }

  /** A title above a list. */
  public void title(String text) {
    endParagraph();
    out.append(style == Style.MARKDOWN ? "**" + text + "**" : text + ":").append("\n");
  }

  public void item(String text) {
    out.append(style == Style.MARKDOWN ? "- " : "  ").append(text).append("\n");
  }

  /** Lines shown as they are. */
  public void block(String text) {
    endParagraph();
    if (style == Style.PLAIN) {
      out.append(text).append("\n\n");
      return;
    }
    String fence = "```";
    while (text.contains(fence)) {
      fence += "`";
    }
    out.append(fence).append("kconfig\n").append(text).append('\n').append(fence).append("\n\n");
  }

  /** The help text of an entry: its lines and its own indentation are kept. */
  public void help(String text) {
    if (style == Style.PLAIN) {
      paragraph(text);
      return;
    }
    boolean indented = text.lines().anyMatch(line -> line.startsWith(" "));
    if (indented) {
      endParagraph();
      String fence = text.contains("```") ? "~~~~" : "```";
      out.append(fence).append("text\n").append(text).append('\n').append(fence).append("\n\n");
    } else {
      paragraph(escape(text).replace("\n", "  \n"));
    }
  }

  /** Text shown as code within a line. */
  public String code(String text) {
    return style == Style.PLAIN ? text : "`" + text.replace("`", "'") + "`";
  }

  /** Text in which nothing is markup. */
  public String escape(String text) {
    if (style == Style.PLAIN) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("\\`*_[]<>#|~&".indexOf(c) >= 0) {
        escaped.append('\\');
      }
      escaped.append(c);
    }
    return escaped.toString();
  }

  private void endParagraph() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append("\n");
    }
  }
}
