package kconfigls.io;

import java.util.Optional;

/** Notices the end of the process that started this one. */
public final class ParentWatch {
  private static final long POLL_MILLIS = 200;

  private ParentWatch() {}

  /** Runs the action, on a thread of its own, when the process is gone. */
  public static void whenGone(long processId, Runnable action) {
    Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(processId, action));
  }

  private static void watch(long processId, Runnable action) {
    try {
      Optional<ProcessHandle> parent = ProcessHandle.of(processId);
      while (parent.isPresent() && parent.get().isAlive()) {
        Thread.sleep(POLL_MILLIS);
      }
      action.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
