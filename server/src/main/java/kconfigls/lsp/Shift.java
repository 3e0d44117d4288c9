package kconfigls.lsp;

import java.util.Optional;
import kconfigls.text.TextRange;

/** Moves ranges of a text to where they stand after an edit. */
final class Shift {
  private final int start;
  private final int oldEnd;
  private final int delta;

  private Shift(int start, int oldEnd, int delta) {
    this.start = start;
    this.oldEnd = oldEnd;
    this.delta = delta;
  }

  /** The shift from one text to another, taken as one replaced range. */
  static Shift between(String before, String after) {
    int limit = Math.min(before.length(), after.length());
    int start = 0;
    while (start < limit && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int same = 0;
    while (same < limit - start
        && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
      same++;
    }
    return new Shift(start, before.length() - same, after.length() - before.length());
  }

  /** The range after the edit; empty if the edit touched it. */
  Optional<TextRange> apply(TextRange range) {
    if (range.end() <= start) {
      return Optional.of(range);
    }
    if (range.start() >= oldEnd && range.start() + delta >= 0) {
      return Optional.of(new TextRange(range.start() + delta, range.end() + delta));
    }
    return Optional.empty();
  }
}
