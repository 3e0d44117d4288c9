package kconfigls.lsp;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Snapshot;
import kconfigls.vfs.VfsPath;

/**
 * Checks the open configuration files in the background, after a pause that follows how long that
 * takes: values of all symbols are needed, for each architecture that a file may be for.
 */
final class ConfigChecks {
  private static final long MIN_PAUSE_MILLIS = 50;
  private static final long MAX_PAUSE_MILLIS = 2_000;

  private final Session session;
  private final Faults faults;
  private final ConfigFindings findings;
  private final DiagnosticsPublisher diagnostics;
  private final ScheduledExecutorService worker =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("configurations", 16));
  private final AtomicLong requested = new AtomicLong();
  private final AtomicLong averageMillis = new AtomicLong(MIN_PAUSE_MILLIS);
  private volatile boolean loaded;

  ConfigChecks(
      Session session, ConfigFindings findings, DiagnosticsPublisher diagnostics, Faults faults) {
    this.session = session;
    this.faults = faults;
    this.findings = findings;
    this.diagnostics = diagnostics;
  }

  /** The projects are loaded, or others than before. */
  void projectsChanged() {
    loaded = true;
    later();
  }

  /** After a pause without further edits, all that changed; nothing before projects are loaded. */
  void later() {
    long ticket = requested.incrementAndGet();
    long pause = Math.clamp(averageMillis.get() / 2, MIN_PAUSE_MILLIS, MAX_PAUSE_MILLIS);
    try {
      worker.schedule(
          faults.guard(
              "the check of configurations",
              () -> {
                if (ticket == requested.get() && loaded) {
                  findings.paths().forEach(this::check);
                }
              }),
          pause,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      return;
    }
  }

  private void check(VfsPath path) {
    Snapshot started = session.workspace().snapshot();
    CancelToken superseded = new CancelToken(() -> isSuperseded(started, path));
    Runnable check =
        () -> {
          long start = System.nanoTime();
          findings.check(path, superseded);
          diagnostics.publishFile(path);
          long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
          averageMillis.set((averageMillis.get() * 3 + millis) / 4);
        };
    // a change that supersedes it asks for another check
    faults.guard("the check of " + path.name(), check).run();
  }

  private boolean isSuperseded(Snapshot started, VfsPath path) {
    Snapshot newest = session.workspace().snapshot();
    return newest.generation() != started.generation()
        || !newest.document(path).equals(started.document(path));
  }

  void stop() {
    worker.shutdownNow();
  }
}
