package kconfigls.lsp;

import java.util.Map;
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
  private record Tree(VfsPath srctree, SymbolSpelling spelling) {}

  private final Session session;
  private final ForkJoinPool readers =
      new ForkJoinPool(Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
  private final Map<Tree, SourceStore> stores = new ConcurrentHashMap<>();

  SourceIndexes(Session session) {
    this.session = session;
  }

  /** What the sources of a project's tree say now; waits for it. */
  SourceIndex of(ProjectSpec spec, CancelToken cancel) {
    Tree tree = new Tree(spec.srctree(), SymbolSpelling.of(spec.dialect()));
    SourceStore store =
        stores.computeIfAbsent(tree, key -> new SourceStore(key.srctree(), key.spelling()));
    try (Progress progress = Progress.begin(session, "Reading the sources")) {
      ForkJoinTask<SourceIndex> work =
          readers.submit(() -> store.refresh(cancel, percent -> progress.report(percent + " %")));
      return work.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof CancellationException cancelled) {
        throw cancelled;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  void stop() {
    readers.shutdownNow();
  }
}
