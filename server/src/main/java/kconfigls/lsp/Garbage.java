package kconfigls.lsp;

import java.util.function.LongSupplier;

/**
 * Has the garbage collected before there is much of it: each link of a large tree leaves some MB
 * that have become old, and the serial collector leaves them until the heap has its largest size.
 * For one thread.
 */
final class Garbage {
  /** So many bytes may come on top of what was in use after the last collection, or as many. */
  private static final long LEAST = 128L << 20;

  private final LongSupplier used;
  private final Runnable collector;
  private long kept;

  Garbage() {
    this(() -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory(), System::gc);
  }

  /**
   * @param used the bytes of the heap that are in use, garbage included
   * @param collector frees those that are garbage
   */
  Garbage(LongSupplier used, Runnable collector) {
    this.used = used;
    this.collector = collector;
  }

  /** Collects it if there may be much. */
  void collectIfMuch() {
    if (used.getAsLong() - kept > Math.max(LEAST, kept)) {
      collect();
    }
  }

  void collect() {
    collector.run();
    kept = used.getAsLong();
  }
}
