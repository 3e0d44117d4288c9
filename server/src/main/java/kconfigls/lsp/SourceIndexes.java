package kconfigls.lsp;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import kconfigls.analysis.CancelToken;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.io.SourceStore;
import kconfigls.model.ProjectSpec;
import kconfigls.usage.SourceIndex;
import kconfigls.vfs.VfsPath;

/**
 * The sources of the session's trees, read when a request first needs them and kept. Their threads
 * are none of those that answer other requests, and at most half as many as there are processors.
 */
final class SourceIndexes {
  /** To look whether a file of Linux has changed takes a fifth of a second. */
  private static final Duration RECENT = Duration.ofSeconds(5);

  private record Tree(VfsPath srctree, SymbolSpelling spelling) {
    static Tree of(ProjectSpec spec) {
      return new Tree(spec.srctree(), SymbolSpelling.of(spec.dialect()));
    }
  }

  /** What was read, and when, in nanoseconds of the system's clock. */
  private record Known(SourceIndex index, long read) {}

  private final Session session;
  private final Faults faults;
  private final ForkJoinPool readers =
      new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  private final Map<Tree, SourceStore> stores = new ConcurrentHashMap<>();
  private final Map<Tree, Known> known = new ConcurrentHashMap<>();
  private final Set<Tree> read = ConcurrentHashMap.newKeySet();

  SourceIndexes(Session session, Faults faults) {
    this.session = session;
    this.faults = faults;
  }

  /** What the sources of a project's tree say now; waits for it. */
  SourceIndex of(ProjectSpec spec, CancelToken cancel) {
    Tree tree = Tree.of(spec);
    SourceStore store =
        stores.computeIfAbsent(tree, key -> new SourceStore(key.srctree(), key.spelling()));
    try (Progress progress = Progress.begin(session, "Reading the sources")) {
      ForkJoinTask<SourceIndex> work =
          readers.submit(() -> store.refresh(cancel, percent -> progress.report(percent + " %")));
      SourceIndex index = work.get();
      known.put(tree, new Known(index, System.nanoTime()));
      return index;
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException fault -> throw fault; // that it was cancelled, for one
        case Error fault -> throw fault;
        case null, default -> throw new IllegalStateException(e.getCause());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /** What the sources of a project's tree said a few seconds ago, else what they say now. */
  SourceIndex recent(ProjectSpec spec, CancelToken cancel) {
    Known last = known.get(Tree.of(spec));
    return last != null && System.nanoTime() - last.read() < RECENT.toNanos()
        ? last.index()
        : of(spec, cancel);
  }

  /** What is known without a look; if that is nothing, they are read, and the lenses made again. */
  SourceIndex soon(ProjectSpec spec) {
    Known last = known.get(Tree.of(spec));
    if (last != null) {
      return last.index();
    }
    if (read.add(Tree.of(spec))) {
      Thread.ofVirtual()
          .start(
              faults.guard(
                  "reading the sources",
                  () -> {
                    of(spec, CancelToken.NONE);
                    session.client().ifPresent(session.features().refreshes()::lenses);
                  }));
    }
    return SourceIndex.NONE;
  }

  void stop() {
    readers.shutdownNow();
  }
}
