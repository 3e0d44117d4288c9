package kconfigls.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A program's lines end in LF; an editor's in LF, CR LF or CR. */
final class LineIndexTest {
  private static String lines(String text, LineIndex lines) {
    StringBuilder out = new StringBuilder();
    for (int line = 0; line < lines.count(); line++) {
      out.append('[').append(text, lines.start(line), lines.end(line)).append(']');
    }
    return out.toString();
  }

  @Test
  void aLoneCrEndsALineInAnEditorOnly() {
    String text = "a\rb\r\nc\r\r\nd\n\r";
    SourceText source = SourceText.of(text);
    assertThat(lines(text, source.lines())).isEqualTo("[a\rb][c\r][d][\r]");
    assertThat(lines(text, source.editorLines())).isEqualTo("[a][b][c][][d][][]");
  }

  @Test
  void bothAreTheSameWithoutIt() {
    SourceText source = SourceText.of("a\r\nb\nc");
    assertThat(source.editorLines()).isSameAs(source.lines());
  }

  @Test
  void everyOffsetComesBack() {
    for (String text : new String[] {"", "\r", "\n\r", "a\r\rb\r\n", "\r\n\r\r\n😀\rä\n"}) {
      LineIndex lines = SourceText.of(text).editorLines();
      for (PositionEncoding encoding : PositionEncoding.values()) {
        for (int i = 0; i <= text.length(); i++) {
          int offset = lines.outsideOfCrLf(i);
          boolean inside = i > 0 && i < text.length() && Character.isLowSurrogate(text.charAt(i));
          if (!inside) {
            assertThat(lines.offset(lines.position(offset, encoding), encoding)).isEqualTo(offset);
          }
        }
      }
    }
  }
}
