package kconfigls.io;

import java.util.Optional;

/** Notices the end of the process that started this one. */
public final class ParentWatch {
  private ParentWatch() {}

  /** Runs the action when the process is gone, at once if it is gone already. */
  public static void whenGone(long processId, Runnable action) {
    Optional<ProcessHandle> parent = ProcessHandle.of(processId);
    if (parent.isPresent()) {
      parent.get().onExit().thenRun(action);
    } else {
      action.run();
    }
  }
}
