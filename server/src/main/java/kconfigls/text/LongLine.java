package kconfigls.text;

import java.util.Arrays;

/**
 * The columns of a line that is too long to be counted through for each place in it: what its
 * characters take up to each of some places in it, which are {@link #STEP} characters apart.
 */
final class LongLine {
  /** What is counted through at most. */
  static final int STEP = 1 << 10;

  private final String text;
  private final int start;
  private final int end;

  /** The columns at each step, for each encoding. */
  private final int[][] columns;

  LongLine(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.columns =
        Arrays.stream(PositionEncoding.values()).map(this::columns).toArray(int[][]::new);
  }

  private int[] columns(PositionEncoding encoding) {
    int[] columns = new int[(end - start) / STEP + 1];
    for (int i = 1; i < columns.length; i++) {
      columns[i] = columns[i - 1] + encoding.units(text, step(i - 1), step(i));
    }
    return columns;
  }

  /** Where a step is, never between the halves of a surrogate pair. */
  private int step(int index) {
    int at = start + index * STEP;
    boolean splits =
        index > 0 && at < end && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    return splits ? at - 1 : at;
  }

  /** The column of an offset in the line. */
  int column(int offset, PositionEncoding encoding) {
    int index = (offset - start) / STEP;
    int from = step(index) > offset ? index - 1 : index;
    return columns[encoding.ordinal()][from] + encoding.units(text, step(from), offset);
  }

  /** The offset of a column; the line's end for one beyond it. */
  int offset(int column, PositionEncoding encoding) {
    int[] known = columns[encoding.ordinal()];
    int found = Arrays.binarySearch(known, Math.max(0, column));
    int index = found >= 0 ? found : -found - 2;
    return encoding.advance(text, step(index), end, column - known[index]);
  }
}
