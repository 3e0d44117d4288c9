package kconfigls.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 that loses no byte: one that is no part of a character is read as the lone surrogate {@code
 * U+DC00} + the byte, and that is written as the byte again. Python calls it surrogateescape.
 */
final class Utf8 {
  private static final char FIRST = 0xdc80;
  private static final char LAST = 0xdcff;
  private static final int BASE = 0xdc00;

  private Utf8() {}

  static String decode(byte[] bytes) {
    CharsetDecoder decoder = decoder();
    try {
      return decoder.decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return decodeMixed(bytes);
    }
  }

  private static CharsetDecoder decoder() {
    return StandardCharsets.UTF_8
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  private static String decodeMixed(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CharsetDecoder decoder = decoder();
    for (CoderResult result = decoder.decode(in, out, true);
        result.isError();
        result = decoder.decode(in, out, true)) {
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (BASE + (in.get() & 0xff)));
      }
      decoder.reset();
    }
    return out.flip().toString();
  }

  static byte[] encode(String text) {
    int at = firstByte(text, 0);
    if (at == text.length()) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
    int from = 0;
    while (at < text.length()) {
      out.writeBytes(text.substring(from, at).getBytes(StandardCharsets.UTF_8));
      out.write(text.charAt(at) - BASE);
      from = at + 1;
      at = firstByte(text, from);
    }
    out.writeBytes(text.substring(from).getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /** The next character from an index on that stands for a byte; the length for none. */
  static int firstByte(String text, int from) {
    int at = from;
    while (at < text.length() && !isByte(text, at)) {
      at++;
    }
    return at;
  }

  private static boolean isByte(String text, int at) {
    char c = text.charAt(at);
    return c >= FIRST && c <= LAST && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }
}
