package kconfigls.expr;

import org.jspecify.annotations.Nullable;

/**
 * How much work proofs may still do. Steps are counted, not time, so that the same files have the
 * same findings on every machine. One thread at a time may use it.
 */
public final class Budget {
  private final @Nullable Budget whole;
  private long left;

  private Budget(long steps, @Nullable Budget whole) {
    this.left = steps;
    this.whole = whole;
  }

  public static Budget of(long steps) {
    return new Budget(steps, null);
  }

  /** A share of this one: what it takes, this one gives. */
  public Budget share(long steps) {
    return new Budget(steps, this);
  }

  /** Takes some steps; false if they are not left any more. */
  public boolean take(long steps) {
    left -= steps;
    return (whole == null || whole.take(steps)) && left >= 0;
  }

  /** Whether more was asked for than was left. */
  public boolean isSpent() {
    return left < 0 || (whole != null && whole.isSpent());
  }
}
