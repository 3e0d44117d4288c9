package kconfigls.text.escape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reader of Markdown makes of hostile texts: nothing but our own markup. */
final class MarkupTest {
  private static final Parser READER =
      Parser.builder()
          .extensions(
              List.of(
                  AutolinkExtension.create(),
                  StrikethroughExtension.create(),
                  TablesExtension.create()))
          .build();

  static final List<String> HOSTILE =
      List.of(
          "[click](command:workbench.action.terminal.new)",
          "![](https://evil.example/pixel.png)",
          "<img src=x onerror=alert(1)>",
          "<a href='command:evil'>x</a>",
          "<!-- x --> <?php ?> <![CDATA[x]]>",
          "<https://evil.example> <me@evil.example>",
          "https://evil.example/x. HTTP://EVIL.example www.evil.example, (www.evil.example)",
          "ftp://a.b x://y@z mailto:me@evil.example xmpp:me@evil.example/x me@evil.example!",
          "[x]: https://evil.example\n\n[x] [x][] [y][x] [^1]\n\n[^1]: note",
          "# heading\n\nfoo\n===\n\nbar\n---\n\n> quote\n\n- a\n+ b\n* c\n1. d\n2) e\n\n***\n___",
          "a | b\n--|--\nc | d\n\n| a |\n|:-:|\n| b |\n\na | b\n:- | -:\nc | d",
          "```\n~~~~\n````\n~~~~~~~~~~",
          "`` ` ``` x`y``z",
          "`[click](command:evil)` ``` `<b>`",
          "~~gone~~ ~gone~ *a* **b** _c_ __d__ &amp; &#x3c;b&#x3e; &copy; \\<b> \\`x\\` end\\",
          "snake_case_name 2*3*4 a < b > c & d # e \\ f",
          "\u202e\u200b\033[31m\u009b\u007f\r\u2028",
          "");

  /** The text that the reader shows; fails on markup that texts cannot have. */
  private static String shown(String markdown) {
    StringBuilder text = new StringBuilder();
    READER.parse(markdown).accept(new Shown(markdown, text));
    return text.toString().strip();
  }

  private static final class Shown extends AbstractVisitor {
    private final String markdown;
    private final StringBuilder text;

    private Shown(String markdown, StringBuilder text) {
      this.markdown = markdown;
      this.text = text;
    }

    @Override
    protected void visitChildren(Node parent) {
      assertThat(parent)
          .as(markdown)
          .isInstanceOfAny(Document.class, Paragraph.class, StrongEmphasis.class);
      super.visitChildren(parent);
      text.append(parent instanceof Paragraph ? "\n" : "");
    }

    @Override
    public void visit(Text node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(Code node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock node) {
      text.append(node.getLiteral());
    }

    @Override
    public void visit(HardLineBreak node) {
      text.append('\n');
    }

    @Override
    public void visit(SoftLineBreak node) {
      text.append('\n');
    }
  }

  /** What must be seen: blanks at the ends of lines and empty lines do not count. */
  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void wordsAreShownAsTheyAre(String text) {
    assertThat(lines(shown(Phrase.words(text).markdown()))).isEqualTo(lines(Printable.lines(text)));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void codeIsShownAsItIs(String text) {
    String markdown = Phrase.of(Phrase.words("a "), Phrase.code(text)).markdown();
    assertThat(shown(markdown)).isEqualTo(("a " + Printable.line(text)).strip());
    assertThat(READER.parse(markdown).getFirstChild().getLastChild()).isInstanceOf(Code.class);
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void helpKeepsItsLinesInsideItsFence(String text) {
    Markup out = new Markup(Markup.Style.MARKDOWN);
    out.help("help\n  " + text);
    Node block = READER.parse(out.text()).getFirstChild();
    assertThat(block).as(out.text()).isInstanceOf(FencedCodeBlock.class);
    assertThat(block.getNext()).isNull();
    assertThat(lines(((FencedCodeBlock) block).getLiteral()))
        .isEqualTo(lines("help\n" + Printable.lines(text)));
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void proseHasNoMarkupButCode(String text) {
    shown(Phrase.prose("by `" + text + "` and " + text + " or `x``" + text + "`").markdown());
    Markup out = new Markup(Markup.Style.MARKDOWN);
    out.heading("N" + text.replace("\n", " "), text.replace("\n", " "));
    shown(out.text());
  }

  @Test
  void anyTextIsShownAsItIs() {
    String[] parts = {
      "`",
      "``",
      "*",
      "_",
      "[",
      "]",
      "(",
      ")",
      "<",
      ">",
      "!",
      "#",
      "-",
      "+",
      "=",
      "|",
      "~",
      "\\",
      "&",
      ";",
      ":",
      "/",
      "//",
      "://",
      "http",
      "www.",
      "@",
      ".",
      "a",
      "B",
      "1",
      "é",
      " ",
      " ",
      "\n",
      "\n",
      "\t",
      "&lt;",
      "command:",
      "<b>",
      "](",
      "\u202e"
    };
    Random random = new Random(19);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int length = random.nextInt(12); length >= 0; length--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      String words = text.toString();
      assertThat(lines(shown(Phrase.words(words.strip()).markdown())))
          .as("%s", words)
          .isEqualTo(lines(Printable.lines(words.strip())));
      shown(Phrase.prose(words.strip()).markdown());
      List<Phrase> phrases = new ArrayList<>(List.of(Phrase.words("x ")));
      words.lines().map(Phrase::code).forEach(phrases::add);
      shown(Phrase.of(phrases.toArray(Phrase[]::new)).markdown());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Support for FOO_BAR (EXPERIMENTAL)",
        "Kernel/User-space 2.4 GHz < 5 GHz & more",
        "I2C @ 400 kHz, 50% of #3",
        "Say Y here; if unsure, say N."
      })
  void usualTextHasNoEscapes(String text) {
    assertThat(Phrase.words(text).markdown()).isEqualTo(text);
  }

  @Test
  void addressesAreNoLinks() {
    assertThat(Phrase.words("See <https://kernel.org/doc>, or ask me@example.org.").markdown())
        .isEqualTo("See <`https://kernel.org/doc`>, or ask `me@example.org`.");
  }

  @Test
  void plainTextHasNoHiddenCharacters() {
    Markup out = new Markup(Markup.Style.PLAIN);
    HOSTILE.forEach(out::help);
    HOSTILE.forEach(text -> out.item(Phrase.of(Phrase.code(text), Phrase.words(text))));
    assertThat(out.text().codePoints()).noneMatch(c -> Printable.isHidden(c) && c != '\n');
  }
}
