package kconfigls.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import kconfigls.text.TextRange;

/** Ranges of one text, which may overlap; asking takes the logarithm of their number. */
final class SortedRanges {
  private final int[] starts;

  /** The furthest end of the ranges up to each one. */
  private final int[] ends;

  SortedRanges(List<TextRange> ranges) {
    List<TextRange> sorted =
        ranges.stream().sorted(Comparator.comparingInt(TextRange::start)).toList();
    starts = sorted.stream().mapToInt(TextRange::start).toArray();
    ends = sorted.stream().mapToInt(TextRange::end).toArray();
    Arrays.parallelPrefix(ends, Math::max);
  }

  /** Whether one of the ranges is in the given one or meets it. */
  boolean touch(TextRange range) {
    int after = firstFrom(range.end() + 1);
    return after > 0 && ends[after - 1] >= range.start();
  }

  /** The index of the first range that starts at an offset or behind it. */
  private int firstFrom(int offset) {
    int low = 0;
    int high = starts.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (starts[middle] < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
