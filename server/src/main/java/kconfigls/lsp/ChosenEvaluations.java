package kconfigls.lsp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect;
import kconfigls.io.ConfigReader;
import kconfigls.io.FileStamp;
import kconfigls.model.ProjectModel;
import kconfigls.text.SourceText;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigStack;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluation;
import kconfigls.values.Evaluator;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * The values of one project under one configuration file, those of the last question: they are
 * computed on a thread of their own, and again when the project, the file as the editor holds it,
 * or a file on disk that was read has changed.
 */
final class ChosenEvaluations {
  /**
   * What came of it.
   *
   * @param evaluation null if it failed
   * @param failure why; empty if it did not
   */
  record Outcome(
      ConfigStack stack,
      @Nullable Evaluation evaluation,
      String failure,
      Map<VfsPath, FileStamp> read) {}

  private record Entry(
      ProjectModel model, VfsPath file, List<FileCell> held, CompletableFuture<Outcome> outcome) {
    boolean holdsFor(ProjectModel otherModel, VfsPath otherFile, List<FileCell> otherHeld) {
      return model == otherModel
          && file.equals(otherFile)
          && held.equals(otherHeld)
          && (!outcome.isDone()
              || outcome.join().read().entrySet().stream().allMatch(Entry::isSame));
    }

    private static boolean isSame(Map.Entry<VfsPath, FileStamp> read) {
      return FileStamp.of(read.getKey()).equals(read.getValue());
    }
  }

  private final AtomicReference<@Nullable Entry> last = new AtomicReference<>();
  private final Runnable done;
  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(DaemonThreads.named("values", 16));
  private final Faults faults;

  /**
   * @param done told when values are there
   */
  ChosenEvaluations(Runnable done, Faults faults) {
    this.done = done;
    this.faults = faults;
  }

  /** What is known of the values after so long at most; empty if they are still computed. */
  Optional<Outcome> get(Snapshot snapshot, ProjectModel model, VfsPath file, long waitMillis) {
    CompletableFuture<Outcome> outcome = start(snapshot, model, file);
    try {
      return Optional.of(Objects.requireNonNull(outcome.get(waitMillis, TimeUnit.MILLISECONDS)));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(failed("the values cannot be computed: " + e.getCause()));
    }
  }

  /** What is known without computing anything. */
  Optional<Outcome> known(ProjectModel model, VfsPath file) {
    Entry entry = last.get();
    return entry != null
            && entry.model() == model
            && entry.file().equals(file)
            && entry.outcome().isDone()
            && !entry.outcome().isCompletedExceptionally()
        ? Optional.of(entry.outcome().join())
        : Optional.empty();
  }

  /** Computes the values unless they are known. */
  CompletableFuture<Outcome> start(Snapshot snapshot, ProjectModel model, VfsPath file) {
    List<FileCell> held =
        snapshot.documents().stream()
            .filter(cell -> cell.kind() == DocumentKind.CONFIG)
            .sorted((a, b) -> a.path().compareTo(b.path()))
            .toList();
    synchronized (last) {
      Entry entry = last.get();
      if (entry != null && entry.holdsFor(model, file, held)) {
        return entry.outcome();
      }
      CompletableFuture<Outcome> outcome;
      try {
        outcome = CompletableFuture.supplyAsync(() -> compute(snapshot, model, file), worker);
      } catch (RejectedExecutionException e) {
        return CompletableFuture.completedFuture(failed("the server has stopped"));
      }
      last.set(new Entry(model, file, held, outcome));
      outcome.whenComplete((result, error) -> done.run());
      return outcome;
    }
  }

  /** Does something else on the same thread. */
  void later(Runnable work) {
    try {
      worker.execute(faults.guard("the menu", work));
    } catch (RejectedExecutionException e) {
      return;
    }
  }

  /** Values of models that are gone take no room. */
  void forgetOthers(List<ProjectModel> models) {
    last.updateAndGet(
        entry -> entry == null || models.stream().anyMatch(m -> m == entry.model()) ? entry : null);
  }

  /** What was computed from fewer files than may be read now does not count. */
  void forget() {
    last.set(null);
  }

  private static Outcome failed(String why) {
    return new Outcome(ConfigStack.EMPTY, null, why, Map.of());
  }

  private Outcome compute(Snapshot snapshot, ProjectModel model, VfsPath file) {
    Map<VfsPath, FileStamp> read = new LinkedHashMap<>();
    read.put(file, FileStamp.of(file));
    try {
      ConfigStack stack = read(snapshot, model, file, null);
      stack.files().forEach(each -> note(each, read));
      return new Outcome(stack, evaluate(model, file, stack), "", read);
    } catch (IOException e) {
      return new Outcome(
          ConfigStack.EMPTY, null, "cannot read the configuration: " + e.getMessage(), read);
    } catch (RuntimeException | Error e) {
      faults.report("the values", e);
      return new Outcome(ConfigStack.EMPTY, null, Faults.describe(e), read);
    }
  }

  private static void note(ConfigFile file, Map<VfsPath, FileStamp> read) {
    VfsPath path = VfsPath.of(file.name());
    read.put(path, FileStamp.of(path));
    for (ConfigFile.Inclusion inclusion : file.inclusions().values()) {
      if (inclusion instanceof ConfigFile.Inclusion.Found(ConfigFile included)) {
        note(included, read);
      }
    }
  }

  /**
   * The configuration as the editor has it.
   *
   * @param instead a text that the file is taken to have; null for its own
   */
  static ConfigStack read(
      Snapshot snapshot, ProjectModel model, VfsPath file, @Nullable SourceText instead)
      throws IOException {
    return ConfigReader.read(
        file,
        false,
        model.spec(),
        path ->
            instead != null && path.equals(file)
                ? Optional.of(instead)
                : snapshot.document(path).map(FileCell::source));
  }

  static Evaluation evaluate(ProjectModel model, VfsPath file, ConfigStack stack) {
    return Evaluator.explain(model, new DotConfig(stack, dialect(model, file)), Map.of());
  }

  static Dialect dialect(ProjectModel model, VfsPath file) {
    return ConfigFiles.dialect(file.text(), model.spec().dialect());
  }

  void stop() {
    worker.shutdownNow();
  }
}
