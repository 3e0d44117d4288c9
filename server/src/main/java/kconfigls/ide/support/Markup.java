package kconfigls.ide.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for people, as Markdown or plain. */
public final class Markup {
  /** What the client can show. */
  public enum Style {
    MARKDOWN,
    PLAIN
  }

  /** The last character of an address is none that ends a sentence. */
  private static final Pattern LINK =
      Pattern.compile("https?://[^\\s<>\"`\\\\|]*[^\\s<>\"`\\\\|.,;:!?')\\]]");

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

  /** Text in which nothing is markup but addresses of the web, which lead there. */
  public String escape(String text) {
    if (style == Style.PLAIN) {
      return text;
    }
    StringBuilder escaped = new StringBuilder(text.length() + 8);
    Matcher links = LINK.matcher(text);
    int end = 0;
    while (links.find()) {
      boolean bracketed = isBracketed(text, links);
      escape(text, end, bracketed ? links.start() - 1 : links.start(), escaped);
      escaped.append('<').append(links.group()).append('>');
      end = bracketed ? links.end() + 1 : links.end();
    }
    escape(text, end, text.length(), escaped);
    return escaped.toString();
  }

  private static boolean isBracketed(String text, Matcher link) {
    return text.startsWith(">", link.end())
        && link.start() > 0
        && text.charAt(link.start() - 1) == '<';
  }

  private static void escape(String text, int from, int to, StringBuilder into) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if ("\\`*_[]<>#|~&".indexOf(c) >= 0) {
        into.append('\\');
      }
      into.append(c);
    }
  }

  private void endParagraph() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append("\n");
    }
  }
}
