package kconfigls.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.text.TextRange;

/** Where the syntax errors of a file are; asking takes the logarithm of their number. */
final class ProblemRanges {
  private final int[] starts;

  /** The furthest end of the errors up to each one. */
  private final int[] ends;

  /** The errors that are wanted. */
  ProblemRanges(List<SyntaxProblem> problems, Predicate<SyntaxProblem> wanted) {
    List<TextRange> ranges =
        problems.stream()
            .filter(wanted)
            .map(SyntaxProblem::range)
            .sorted(Comparator.comparingInt(TextRange::start))
            .toList();
    starts = ranges.stream().mapToInt(TextRange::start).toArray();
    ends = ranges.stream().mapToInt(TextRange::end).toArray();
    Arrays.parallelPrefix(ends, Math::max);
  }

  /** Whether an error is in a range or meets it. */
  boolean touch(TextRange range) {
    int found = Arrays.binarySearch(starts, range.end() + 1);
    int after = found < 0 ? -found - 1 : firstOf(found);
    return after > 0 && ends[after - 1] >= range.start();
  }

  /** The first of equal starts. */
  private int firstOf(int index) {
    int first = index;
    while (first > 0 && starts[first - 1] == starts[index]) {
      first--;
    }
    return first;
  }
}
