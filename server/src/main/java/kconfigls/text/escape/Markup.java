package kconfigls.text.escape;

/**
 * Text for people in paragraphs, lists and blocks, as Markdown or plain. Nothing can be put into it
 * but phrases and blocks, so that the only markup in it is what stands here.
 */
public final class Markup {
  /** What the reader can show. */
  public enum Style {
    MARKDOWN,
    PLAIN
  }

  private final Style style;
  private final StringBuilder out = new StringBuilder();

  public Markup(Style style) {
    this.style = style;
  }

  /** All that was written, without blanks around it. */
  public String text() {
    return out.toString().strip();
  }

  /** A name and what it is; {@code what} may be empty. */
  public void heading(String name, String what) {
    paragraph(Phrase.of(Phrase.strong(name), Phrase.words(what.isEmpty() ? "" : " – " + what)));
  }

  public void paragraph(Phrase phrase) {
    endParagraph();
    out.append(shown(phrase)).append("\n\n");
  }

  /** A title above a list. */
  public void title(String text) {
    endParagraph();
    Phrase title = style == Style.MARKDOWN ? Phrase.strong(text) : Phrase.words(text + ":");
    out.append(shown(title)).append('\n');
  }

  /** A line of a list. */
  public void item(Phrase phrase) {
    out.append(style == Style.MARKDOWN ? "- " : "  ").append(shown(phrase)).append('\n');
  }

  /** Lines of Kconfig, shown as they are. */
  public void block(String text) {
    block("kconfig", text);
  }

  /** The help text of an entry: its lines and its own indentation are kept. */
  public void help(String text) {
    boolean indented = text.lines().anyMatch(line -> line.startsWith(" ") || line.startsWith("\t"));
    if (indented) {
      block("text", text);
    } else {
      paragraph(Phrase.words(text.strip()));
    }
  }

  private void block(String language, String text) {
    endParagraph();
    out.append(
            style == Style.MARKDOWN
                ? MarkdownText.block(language, text)
                : Printable.lines(text) + "\n")
        .append('\n');
  }

  private String shown(Phrase phrase) {
    return style == Style.MARKDOWN ? phrase.markdown() : phrase.plain();
  }

  private void endParagraph() {
    if (!out.isEmpty() && !out.toString().endsWith("\n\n")) {
      out.append('\n');
    }
  }
}
