package kconfigls.lsp.wire;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream apart into messages by the lengths that their headers name, whatever the messages
 * hold. After a header that is none it does not guess where the next message may begin: a lost edit
 * would leave a document that nobody sees.
 */
public final class FrameReader {
  /** The longest message, in bytes. */
  public static final int MOST = 128 << 20;

  private static final int LONGEST_LINE = 4096;
  private static final Set<String> UTF_8 = Set.of("utf-8", "utf8");

  private final InputStream in;

  public FrameReader(InputStream in) {
    this.in = in;
  }

  /** The next message; waits for it. */
  public Frame next() throws IOException {
    int length = -1;
    String charset = "utf-8";
    String line = line();
    while (line != null && line.isEmpty()) {
      line = line();
    }
    for (; line != null && !line.isEmpty(); line = line()) {
      if (line.length() >= LONGEST_LINE) {
        return new Frame.Broken("a header has no end within " + LONGEST_LINE + " bytes");
      }
      int colon = line.indexOf(':');
      if (colon <= 0) {
        return new Frame.Broken("\"" + shown(line) + "\" is no header of a message");
      }
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
        case "content-length" -> {
          length = length(value);
          if (length < 0) {
            String wanted = "a number of bytes up to " + MOST;
            return new Frame.Broken("Content-Length is \"" + shown(value) + "\", not " + wanted);
          }
        }
        case "content-type" -> charset = charset(value);
        default -> {
          // other headers mean nothing
        }
      }
    }
    return line == null ? new Frame.End() : frame(length, charset);
  }

  private Frame frame(int length, String charset) throws IOException {
    if (length < 0) {
      return new Frame.Broken("a message has no Content-Length");
    }
    byte[] content = in.readNBytes(length);
    if (content.length < length) {
      return new Frame.End();
    }
    return UTF_8.contains(charset) ? new Frame.Content(content) : new Frame.OtherCharset(charset);
  }

  /** A line without its end; null at the end of the stream, cut off where it is far too long. */
  private @Nullable String line() throws IOException {
    byte[] line = new byte[128];
    int count = 0;
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      if (count == LONGEST_LINE) {
        break;
      }
      if (count == line.length) {
        line = Arrays.copyOf(line, count * 2);
      }
      line[count++] = (byte) next;
    }
    int end = count > 0 && line[count - 1] == '\r' ? count - 1 : count;
    return new String(line, 0, end, StandardCharsets.ISO_8859_1);
  }

  /** The value as a length; negative if it is none that is allowed. */
  private static int length(String value) {
    try {
      int length = Integer.parseInt(value);
      return length > MOST ? -1 : length;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** The charset that a content type names, in lower case. */
  private static String charset(String contentType) {
    String lower = contentType.toLowerCase(Locale.ROOT);
    int at = lower.indexOf("charset=");
    if (at < 0) {
      return "utf-8";
    }
    String value = lower.substring(at + "charset=".length());
    int semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.substring(0, semicolon)).replace("\"", "").strip();
  }

  /** The beginning of a text from outside, safe to print. */
  private static String shown(String text) {
    String start = text.length() > 40 ? text.substring(0, 40) + "…" : text;
    return start.replaceAll("[^ -~…]", "?");
  }
}
