package kconfigls.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The text of a file, which can be turned back into the same bytes: those that are not UTF-8 are
 * read as lone surrogates from {@code U+DC80} to {@code U+DCFF}.
 */
public final class SourceText {
  /** As many control characters may be in any text. */
  private static final int FEW_CONTROLS = 32;

  /** In a binary file more than one character of so many is a control character. */
  private static final int SHARE_OF_CONTROLS = 16;

  private final String text;
  private final LineIndex lines;
  private final LineIndex editorLines;

  private SourceText(String text) {
    this.text = text;
    this.lines = LineIndex.ofPrograms(text);
    this.editorLines = lines.ofEditors();
  }

  /** A text that is not read from bytes, such as that of an editor. */
  public static SourceText of(String text) {
    return new SourceText(text);
  }

  /** The text of a file's bytes. */
  public static SourceText of(byte[] bytes) {
    return new SourceText(Utf8.decode(bytes));
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

  /** The first character that stands for a byte that is not UTF-8; the length for none. */
  public int firstInvalidByte() {
    return Utf8.firstByte(text, 0);
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
    return new SourceText(before + edit.newText() + text.substring(range.end()));
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
    return new SourceText(out.append(text, at, text.length()).toString());
  }

  /** The bytes that this text is read from. */
  public byte[] bytes() {
    return Utf8.encode(text);
  }

  /** Whether the bytes are read as this text again: it has no half of a character. */
  public boolean isEncodable() {
    return Utf8.decode(bytes()).equals(text);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceText that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}
