package kconfigls.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kconfigls.analysis.FileCell;
import kconfigls.dialect.Dialect;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.views.ValueChange;
import kconfigls.lsp.ChosenEvaluations.Outcome;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.Views.InProject;
import kconfigls.lsp.convert.ViewResults;
import kconfigls.lsp.protocol.Params;
import kconfigls.lsp.protocol.Results;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.syntax.ConfigTree;
import kconfigls.text.SourceText;
import kconfigls.text.escape.Printable;
import kconfigls.values.Evaluation;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** Changes of values in configuration files: first what would come of them, then the edit. */
final class ValueChanges {
  private static final long PATIENCE_MILLIS = 60_000;
  private static final int MOST_CHANGES = 200;

  private final Session session;
  private final StatusBoard status;
  private final Views views;

  ValueChanges(Session session, StatusBoard status, Views views) {
    this.session = session;
    this.status = status;
    this.views = views;
  }

  /** A change that is not applied yet. */
  record Preview(Results.Change change, boolean apply) {}

  Preview preview(Params.SetValue params) {
    InProject in = views.in(params.project());
    Symbol symbol = in.symbol(params.symbol());
    if (params.value() != null) {
      String refusal = ValueChange.refusal(symbol, params.value());
      if (!refusal.isEmpty()) {
        throw Views.refused(refusal);
      }
    }
    VfsPath file =
        params.configuration() == null
            ? in.active().configuration()
            : views.file(params.configuration());
    if (file == null) {
      throw Views.failed("no configuration is chosen");
    }
    Outcome outcome = outcome(in, file);
    if (outcome.evaluation() == null) {
      throw Views.failed(outcome.failure());
    }
    ChosenValues before = new ChosenValues(in.model(), file.name(), outcome.evaluation());
    ConfigTree tree = outcome.stack().files().getFirst().tree();
    Dialect dialect = ChosenEvaluations.dialect(in.model(), file);
    ValueChange.Preview preview =
        new ValueChange(in.semantics(), before, tree, dialect, text -> evaluate(in, file, text))
            .preview(symbol, params.value());
    return new Preview(
        result(in, file, tree.source(), symbol, preview), Boolean.TRUE.equals(params.apply()));
  }

  private Outcome outcome(InProject in, VfsPath file) {
    return status
        .evaluations()
        .get(in.snapshot(), in.model(), file, PATIENCE_MILLIS)
        .orElseThrow(() -> Views.failed("the values are still being computed"));
  }

  private static Evaluation evaluate(InProject in, VfsPath file, SourceText text) {
    ProjectModel model = in.model();
    try {
      return ChosenEvaluations.evaluate(
          model, file, ChosenEvaluations.read(in.snapshot(), model, file, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Results.Change result(
      InProject in, VfsPath file, SourceText source, Symbol symbol, ValueChange.Preview preview) {
    ViewResults results = new ViewResults(in.toLsp(), in.model(), Optional.empty());
    List<Results.Changed> changes =
        preview.changes().stream()
            .map(c -> new Results.Changed(c.symbol(), c.from(), c.to(), c.prompt()))
            .toList();
    return new Results.Change(
        in.id(),
        session.uri(file),
        symbol.name(),
        preview.from(),
        preview.result(),
        preview.reached(),
        preview.obstacles().stream()
            .map(
                one ->
                    new Results.Obstacle(
                        one.kind().id(),
                        one.message(),
                        one.symbol(),
                        results.location(one.place())))
            .toList(),
        changes.stream().limit(MOST_CHANGES).toList(),
        Math.max(0, changes.size() - MOST_CHANGES),
        preview.needs().entrySet().stream()
            .map(need -> new Results.Need(need.getKey(), need.getValue()))
            .toList(),
        preview.edits().isEmpty() ? null : edit(in, file, source, preview.edits()),
        null);
  }

  private WorkspaceEdit edit(
      InProject in, VfsPath file, SourceText source, List<kconfigls.text.TextEdit> edits) {
    List<TextEdit> converted =
        edits.stream()
            .map(edit -> new TextEdit(in.toLsp().range(source, edit.range()), edit.newText()))
            .toList();
    String uri = session.uri(file);
    if (!session.features().can(Can.TAKE_DOCUMENT_CHANGES)) {
      return new WorkspaceEdit(Map.of(uri, converted));
    }
    Integer version = in.snapshot().document(file).map(ValueChanges::version).orElse(null);
    return new WorkspaceEdit(
        List.of(
            Either.forLeft(
                new TextDocumentEdit(
                    new VersionedTextDocumentIdentifier(uri, version),
                    converted.stream()
                        .map(Either::<TextEdit, org.eclipse.lsp4j.SnippetTextEdit>forLeft)
                        .toList()))));
  }

  private static @Nullable Integer version(FileCell cell) {
    return cell.state() instanceof FileState.Present present ? present.version() : null;
  }

  /** Has the client apply the edit, if that was asked for. */
  CompletableFuture<Results.Change> applied(Preview preview) {
    Results.Change change = preview.change();
    if (!preview.apply() || change.edit() == null || session.client().isEmpty()) {
      return CompletableFuture.completedFuture(
          preview.apply() ? change.with(change.edit() == null) : change);
    }
    ApplyWorkspaceEditParams params = new ApplyWorkspaceEditParams(change.edit());
    params.setLabel(Printable.line("Set " + change.symbol()));
    return session
        .client()
        .get()
        .applyEdit(params)
        .handle((answer, error) -> change.with(answer != null && answer.isApplied()));
  }
}
