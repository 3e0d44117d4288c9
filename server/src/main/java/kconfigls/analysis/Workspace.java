package kconfigls.analysis;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** The one mutable reference: the newest snapshot. */
public final class Workspace {
  private final AtomicReference<Snapshot> current = new AtomicReference<>(Snapshot.empty());

  /** The newest snapshot. */
  public Snapshot snapshot() {
    return Objects.requireNonNull(current.get());
  }

  /** Applies a change, whoever else applies one at the same time; the new snapshot. */
  public Snapshot apply(Change change) {
    return Objects.requireNonNull(current.updateAndGet(snapshot -> snapshot.apply(change)));
  }
}
