package kconfigls.lsp;

import java.util.concurrent.ThreadFactory;

/** Threads that do not keep the process, with room for deep trees. */
final class DaemonThreads {
  private DaemonThreads() {}

  static ThreadFactory named(String name, int stackMegabytes) {
    return work -> {
      Thread thread = new Thread(null, work, name, (long) stackMegabytes << 20);
      thread.setDaemon(true);
      return thread;
    };
  }
}
