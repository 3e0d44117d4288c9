package kconfigls.outline;

import java.util.Arrays;
import kconfigls.text.TextRange;

/** Where the keys of an outline stand in the text that it was made of. */
public final class OutlinePositions {
  private final int[] bounds;

  private OutlinePositions(int[] bounds) {
    this.bounds = bounds;
  }

  /** The place of a key of the same file's outline. */
  public TextRange range(int key) {
    return new TextRange(bounds[key * 2], bounds[key * 2 + 1]);
  }

  /** The number of keys. */
  public int size() {
    return bounds.length / 2;
  }

  /** Hands out keys in the order of the places. */
  static final class Builder {
    private int[] bounds = new int[64];
    private int count;

    int add(TextRange range) {
      if (count * 2 == bounds.length) {
        bounds = Arrays.copyOf(bounds, bounds.length * 2);
      }
      bounds[count * 2] = range.start();
      bounds[count * 2 + 1] = range.end();
      return count++;
    }

    OutlinePositions build() {
      return new OutlinePositions(Arrays.copyOf(bounds, count * 2));
    }
  }
}
