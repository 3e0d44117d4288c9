package kconfigls.text;

import java.util.Arrays;

/** Where the lines of a text begin; LF ends a line. */
public final class LineIndex {
  private final String text;
  private final int[] starts;

  LineIndex(String text) {
    this.text = text;
    this.starts = starts(text);
  }

  private static int[] starts(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return Arrays.copyOf(starts, count);
  }

  /** The number of lines; a text that ends in LF has an empty last line. */
  public int count() {
    return starts.length;
  }

  /** The line, from 0, of an offset. */
  public int lineOf(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** The offset where a line begins; the text's length for a line beyond the last. */
  public int start(int line) {
    return line < starts.length ? starts[Math.max(0, line)] : text.length();
  }

  /** The offset where a line ends, before its CR LF or LF. */
  public int end(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    boolean crLf = line + 1 < starts.length && end > start(line) && text.charAt(end - 1) == '\r';
    return crLf ? end - 1 : end;
  }

  /** The place of an offset, columns in the given units. */
  public LinePosition position(int offset, PositionEncoding encoding) {
    int line = lineOf(offset);
    return new LinePosition(line, encoding.units(text, starts[line], offset));
  }

  /** The offset of a place; places beyond a line or the text are moved to its end. */
  public int offset(LinePosition position, PositionEncoding encoding) {
    if (position.line() >= starts.length) {
      return text.length();
    }
    int line = Math.max(0, position.line());
    return encoding.advance(text, starts[line], end(line), position.column());
  }
}
