package kconfigls.analysis;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Tells long work to stop: the client cancelled it, or a newer snapshot made it useless. */
public final class CancelToken {
  /** Never cancelled. */
  public static final CancelToken NONE = new CancelToken(() -> false);

  private final BooleanSupplier cancelled;

  public CancelToken(BooleanSupplier cancelled) {
    this.cancelled = cancelled;
  }

  public boolean isCancelled() {
    return cancelled.getAsBoolean();
  }

  /**
   * Does nothing unless cancelled.
   *
   * @throws CancellationException if cancelled
   */
  public void check() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }
}
