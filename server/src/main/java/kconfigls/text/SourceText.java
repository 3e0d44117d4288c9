package kconfigls.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The text of a file and the charset that turns it back into the same bytes.
 *
 * <p>Bytes that are not UTF-8 are read as Latin-1, one character a byte, so that nothing is lost.
 */
public final class SourceText {
  /** As many control characters may be in any text. */
  private static final int FEW_CONTROLS = 32;

  /** In a binary file more than one character of so many is a control character. */
  private static final int SHARE_OF_CONTROLS = 16;

  private final String text;
  private final Charset charset;
  private final LineIndex lines;
  private final LineIndex editorLines;

  private SourceText(String text, Charset charset) {
    this.text = text;
    this.charset = charset;
    this.lines = LineIndex.ofPrograms(text);
    this.editorLines = lines.ofEditors();
  }

  /** A text that an editor sent. */
  public static SourceText of(String text) {
    return new SourceText(text, StandardCharsets.UTF_8);
  }

  /** The text of a file's bytes. */
  public static SourceText of(byte[] bytes) {
    try {
      CharBuffer chars =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return new SourceText(chars.toString(), StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      return new SourceText(text, StandardCharsets.ISO_8859_1);
    }
  }

  public String text() {
    return text;
  }

  public int length() {
    return text.length();
  }

  /** The lines that a program sees which reads the file. */
  public LineIndex lines() {
    return lines;
  }

  /** The lines that an editor shows. */
  public LineIndex editorLines() {
    return editorLines;
  }

  /** UTF-8, or Latin-1 for a file whose bytes are not UTF-8. */
  public Charset charset() {
    return charset;
  }

  /** Whether the bytes of the file were UTF-8. */
  public boolean isUtf8() {
    return charset.equals(StandardCharsets.UTF_8);
  }

  /**
   * Whether this is no text for people: a program, an archive, or a text in UTF-16. Then many of
   * its characters are control characters; in any text there may be a few by mistake.
   */
  public boolean isBinary() {
    int most = Math.max(FEW_CONTROLS, text.length() / SHARE_OF_CONTROLS);
    int count = 0;
    for (int i = 0; i < text.length() && count <= most; i++) {
      count += isControl(text.charAt(i)) ? 1 : 0;
    }
    return count > most;
  }

  /** The first control character that is no blank and no line end; the length for none. */
  public int firstControl() {
    int at = 0;
    while (at < text.length() && !isControl(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isControl(char c) {
    return c < ' ' ? c < '\t' || c > '\r' : c == 0x7f;
  }

  /** This text with one range replaced. */
  public SourceText with(TextEdit edit) {
    TextRange range = edit.range();
    String before = text.substring(0, range.start());
    return new SourceText(before + edit.newText() + text.substring(range.end()), charset);
  }

  /** This text with several ranges replaced, none of which overlap. */
  public SourceText with(List<TextEdit> edits) {
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(Comparator.comparingInt(edit -> edit.range().start()));
    for (TextEdit edit : sorted) {
      out.append(text, at, edit.range().start()).append(edit.newText());
      at = edit.range().end();
    }
    return new SourceText(out.append(text, at, text.length()).toString(), charset);
  }

  /** The bytes that this text is read from. */
  public byte[] bytes() {
    return text.getBytes(charset);
  }

  /** Whether the charset has every character, so that the bytes are read as this text again. */
  public boolean isEncodable() {
    return charset.newEncoder().canEncode(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that
        && charset.equals(that.charset)
        && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text, charset);
  }
}
