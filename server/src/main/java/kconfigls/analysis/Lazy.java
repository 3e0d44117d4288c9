package kconfigls.analysis;

import java.lang.ref.SoftReference;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value computed when it is first asked for, once however many threads ask. A soft one may be
 * forgotten when memory is short, and is then computed again.
 */
public final class Lazy<T> {
  private volatile @Nullable Supplier<T> supplier;
  private final boolean soft;
  private volatile @Nullable T value;
  private volatile @Nullable SoftReference<T> reference;

  private Lazy(Supplier<T> supplier, boolean soft) {
    this.supplier = supplier;
    this.soft = soft;
  }

  public static <T> Lazy<T> of(Supplier<T> supplier) {
    return new Lazy<>(supplier, false);
  }

  public static <T> Lazy<T> soft(Supplier<T> supplier) {
    return new Lazy<>(supplier, true);
  }

  /** The value; what the supplier throws is thrown each time. */
  public T get() {
    T known = peek();
    if (known != null) {
      return known;
    }
    synchronized (this) {
      known = peek();
      if (known != null) {
        return known;
      }
      T computed = Objects.requireNonNull(supplier).get();
      if (soft) {
        reference = new SoftReference<>(computed);
      } else {
        value = computed;
        supplier = null; // with all that it holds
      }
      return computed;
    }
  }

  /** The value if it is there already, else null. */
  public @Nullable T peek() {
    T known = value;
    if (known != null) {
      return known;
    }
    SoftReference<T> held = reference;
    return held == null ? null : held.get();
  }
}
