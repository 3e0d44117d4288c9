package kconfigls.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Dialects;
import kconfigls.dialect.LayoutStyle;
import kconfigls.format.FormatOptions;
import kconfigls.io.EditorConfigFiles;
import kconfigls.lsp.convert.Navigation;
import kconfigls.lsp.convert.ToLsp;
import kconfigls.lsp.convert.Uris;
import kconfigls.syntax.Reading;
import kconfigls.text.LinePosition;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.CompletableFutures;

/**
 * Runs requests on a small pool, each on the snapshot that was the newest when it came. What one
 * throws ends in its future, and so in its answer.
 */
final class RequestRunner {
  private final ExecutorService pool =
      Executors.newFixedThreadPool(2, DaemonThreads.named("request", 8));

  /** Its queue is for requests that read a whole tree, so that they keep no other waiting. */
  private final ExecutorService slow =
      Executors.newSingleThreadExecutor(DaemonThreads.named("slow request", 8));

  private final Session session;

  RequestRunner(Session session) {
    this.session = session;
  }

  /** What a request sees. */
  record View(Semantics semantics, FileCell cell, ToLsp toLsp, ClientFeatures client, int offset) {
    SourceText source() {
      return cell.source();
    }

    Navigation navigation() {
      return new Navigation(toLsp);
    }

    /** The style of the file's project, and what an {@code .editorconfig} adds. */
    FormatOptions style() {
      Dialect dialect =
          semantics
              .projectOf(cell.path())
              .map(model -> model.spec().dialect())
              .orElse(Dialects.lenient());
      return FormatOptions.of(LayoutStyle.of(dialect))
          .with(new EditorConfigFiles().properties(cell.path()));
    }

    Reading reading() {
      return semantics.snapshot().reading();
    }

    /** Edits of the document. */
    List<TextEdit> edits(List<kconfigls.text.TextEdit> edits) {
      return edits.stream()
          .map(edit -> new TextEdit(toLsp.range(source(), edit.range()), edit.newText()))
          .toList();
    }

    /** The offsets of a range of the document. */
    TextRange range(Range range) {
      int start = offset(range.getStart());
      return new TextRange(start, Math.max(start, offset(range.getEnd())));
    }

    int offset(Position position) {
      LinePosition place = new LinePosition(position.getLine(), position.getCharacter());
      return source().editorLines().offset(place, client.encoding());
    }

    TextRange whole() {
      return new TextRange(0, source().length());
    }
  }

  /** Reads a Kconfig file; {@code otherwise} is answered for one that is not known. */
  <R> CompletableFuture<R> read(String uri, R otherwise, Function<View, R> work) {
    return at(uri, new Position(0, 0), otherwise, work);
  }

  /** Reads a Kconfig file at a position; positions beyond the text are moved to its end. */
  <R> CompletableFuture<R> at(String uri, Position position, R otherwise, Function<View, R> work) {
    return at(uri, position, FileCell::isKconfig, otherwise, work);
  }

  /** Reads a document of any kind. */
  <R> CompletableFuture<R> readAny(String uri, R otherwise, Function<View, R> work) {
    return atAny(uri, new Position(0, 0), otherwise, work);
  }

  /** Reads a document of any kind at a position. */
  <R> CompletableFuture<R> atAny(
      String uri, Position position, R otherwise, Function<View, R> work) {
    return at(uri, position, cell -> true, otherwise, work);
  }

  private <R> CompletableFuture<R> at(
      String uri,
      Position position,
      Predicate<FileCell> wanted,
      R otherwise,
      Function<View, R> work) {
    Snapshot snapshot = session.workspace().snapshot();
    ClientFeatures client = session.features();
    return run(
        () ->
            snapshot
                .present(Uris.path(uri))
                .filter(cell -> cell.kind() != DocumentKind.TOO_LARGE && wanted.test(cell))
                .map(cell -> work.apply(view(snapshot, cell, client, position)))
                .orElse(otherwise));
  }

  /** Like {@link #at}, for work that takes long and looks whether it is still wanted. */
  <R> CompletableFuture<R> slowly(
      String uri, Position position, R otherwise, BiFunction<View, CancelToken, R> work) {
    Snapshot snapshot = session.workspace().snapshot();
    ClientFeatures client = session.features();
    return run(
        slow,
        cancel ->
            snapshot
                .present(Uris.path(uri))
                .filter(cell -> cell.kind() != DocumentKind.TOO_LARGE)
                .map(cell -> work.apply(view(snapshot, cell, client, position), cancel))
                .orElse(otherwise));
  }

  private View view(Snapshot snapshot, FileCell cell, ClientFeatures client, Position position) {
    LinePosition place = new LinePosition(position.getLine(), position.getCharacter());
    int offset = cell.source().editorLines().offset(place, client.encoding());
    ToLsp toLsp = new ToLsp(snapshot, client.encoding(), session::uri);
    return new View(new Semantics(snapshot), cell, toLsp, client, offset);
  }

  /** Runs anything. */
  <R> CompletableFuture<R> run(Supplier<R> work) {
    return run(pool, cancel -> work.get());
  }

  private <R> CompletableFuture<R> run(ExecutorService threads, Function<CancelToken, R> work) {
    return CompletableFutures.computeAsync(
        threads,
        cancel -> {
          cancel.checkCanceled();
          return work.apply(new CancelToken(cancel::isCanceled));
        });
  }

  void stop() {
    pool.shutdownNow();
    slow.shutdownNow();
  }
}
