package kconfigls.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Where the lines of a text begin. */
public final class LineIndex {
  private final String text;
  private final int[] starts;
  private final Map<Integer, LongLine> longLines = new HashMap<>(0);

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
    for (int line = 0; line < starts.length; line++) {
      int end = line + 1 < starts.length ? starts[line + 1] : text.length();
      if (end - starts[line] > 4 * LongLine.STEP) {
        longLines.put(line, new LongLine(text, starts[line], end(line)));
      }
    }
  }

  /** The lines of a program that reads Kconfig: LF ends a line. */
  static LineIndex ofPrograms(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, count * 2);
      }
      starts[count++] = at + 1;
    }
    return new LineIndex(text, Arrays.copyOf(starts, count));
  }

  /** The lines of an editor: a CR without an LF ends a line, too. */
  LineIndex ofEditors() {
    IntStream.Builder more = IntStream.builder();
    for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', at + 1)) {
      if (!text.startsWith("\n", at + 1)) {
        more.add(at + 1);
      }
    }
    int[] added = more.build().toArray();
    return added.length == 0
        ? this
        : new LineIndex(
            text, IntStream.concat(IntStream.of(starts), IntStream.of(added)).sorted().toArray());
  }

  /** The number of lines; a text that ends with the end of a line has an empty last line. */
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

  /** The offset where a line ends, before its CR LF, LF or CR. */
  public int end(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] - 1 : text.length();
    return isBetweenCrAndLf(end) && end > start(line) ? end - 1 : end;
  }

  private boolean isBetweenCrAndLf(int offset) {
    return offset > 0 && text.startsWith("\n", offset) && text.charAt(offset - 1) == '\r';
  }

  /** The offset, or that before the CR where it stands between CR and LF. */
  public int outsideOfCrLf(int offset) {
    return isBetweenCrAndLf(offset) ? offset - 1 : offset;
  }

  /** The place of an offset, columns in the given units. */
  public LinePosition position(int offset, PositionEncoding encoding) {
    int line = lineOf(offset);
    LongLine longLine = longLines.get(line);
    return new LinePosition(
        line,
        longLine == null || offset > end(line)
            ? encoding.units(text, starts[line], offset)
            : longLine.column(offset, encoding));
  }

  /** The offset of a place; places beyond a line or the text are moved to its end. */
  public int offset(LinePosition position, PositionEncoding encoding) {
    if (position.line() >= starts.length) {
      return text.length();
    }
    int line = Math.max(0, position.line());
    LongLine longLine = longLines.get(line);
    return longLine == null
        ? encoding.advance(text, starts[line], end(line), position.column())
        : longLine.offset(position.column(), encoding);
  }
}
