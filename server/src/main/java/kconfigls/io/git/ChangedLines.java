package kconfigls.io.git;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kconfigls.text.LineDiff;
import kconfigls.text.LineIndex;
import kconfigls.text.SourceText;

/** Lines of a file that a change added or replaced. */
public final class ChangedLines {
  /** All lines of a new file. */
  static final ChangedLines ALL = new ChangedLines(new BitSet(), true);

  private final BitSet lines;
  private final boolean all;

  private ChangedLines(BitSet lines, boolean all) {
    this.lines = lines;
    this.all = all;
  }

  /** What differs between two texts; how their lines end makes no difference. */
  static ChangedLines between(byte[] before, byte[] after) {
    BitSet lines = LineDiff.added(lines(before), lines(after));
    return new ChangedLines(lines, false);
  }

  private static List<String> lines(byte[] bytes) {
    SourceText source = SourceText.of(bytes);
    LineIndex index = source.lines();
    return IntStream.range(0, index.count())
        .mapToObj(line -> source.text().substring(index.start(line), index.end(line)))
        .toList();
  }

  /** Whether one of the lines, from 1, the last one included, has changed. */
  public boolean touches(int first, int last) {
    int next = lines.nextSetBit(first - 1);
    return all || (next >= 0 && next < last);
  }
}
