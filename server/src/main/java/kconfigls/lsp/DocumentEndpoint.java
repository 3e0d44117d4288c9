package kconfigls.lsp;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kconfigls.analysis.Semantics;
import kconfigls.format.Formatter;
import kconfigls.format.TypedLine;
import kconfigls.ide.Completions;
import kconfigls.ide.DocumentSymbols;
import kconfigls.ide.Hovers;
import kconfigls.ide.Links;
import kconfigls.ide.SymbolDocs;
import kconfigls.ide.support.ChosenValues;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.RequestRunner.View;
import kconfigls.lsp.convert.CompletionItems;
import kconfigls.lsp.convert.ToLsp;
import kconfigls.lsp.convert.Uris;
import kconfigls.text.escape.Markup;
import kconfigls.values.Evaluation;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DeclarationParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/** The requests and notifications about one document. */
final class DocumentEndpoint extends NavigationEndpoint {
  private final Session session;
  private final RequestRunner runner;
  private final Documents documents;
  private final PullDiagnostics diagnostics;
  private final ConfigFindings configs;
  private final CodeActions actions;
  private final Views views;

  DocumentEndpoint(
      Session session,
      RequestRunner runner,
      Documents documents,
      DiagnosticsPublisher diagnostics,
      SourceIndexes indexes,
      Views views) {
    super(session, runner, indexes, views);
    this.session = session;
    this.views = views;
    this.runner = runner;
    this.documents = documents;
    this.diagnostics = new PullDiagnostics(session, diagnostics);
    this.configs = diagnostics.configs();
    this.actions = new CodeActions(session, diagnostics);
  }

  @Override
  public void didOpen(DidOpenTextDocumentParams params) {
    documents.opened(params.getTextDocument());
  }

  @Override
  public void didChange(DidChangeTextDocumentParams params) {
    documents.changed(params.getTextDocument(), params.getContentChanges());
  }

  @Override
  public void didClose(DidCloseTextDocumentParams params) {
    documents.closed(params.getTextDocument().getUri());
    forget(params.getTextDocument().getUri());
  }

  @Override
  public void didSave(DidSaveTextDocumentParams params) {
    // the text is known already
  }

  @Override
  public CompletableFuture<@Nullable Hover> hover(HoverParams params) {
    return runner
        .atAny(
            params.getTextDocument().getUri(),
            params.getPosition(),
            Optional.<Hover>empty(),
            this::hover)
        .thenApply(hover -> hover.orElse(null));
  }

  private Optional<Hover> hover(View view) {
    Markup.Style style = view.client().hover();
    Optional<Evaluation> values = configs.evaluation(view.cell());
    Optional<ChosenValues> chosen = views.values(view.semantics().snapshot());
    return Hovers.at(
            view.semantics(), view.cell(), view.offset(), style, values, sources(view), chosen)
        .map(hover -> view.toLsp().hover(view.source(), hover, style));
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definition(DefinitionParams params) {
    return definitions(params.getTextDocument().getUri(), params.getPosition());
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      declaration(DeclarationParams params) {
    return definitions(params.getTextDocument().getUri(), params.getPosition());
  }

  @Override
  public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
      CompletionParams params) {
    String uri = params.getTextDocument().getUri();
    return runner.atAny(
        uri,
        params.getPosition(),
        Either.forRight(new CompletionList(false, List.of())),
        view ->
            Either.forRight(
                view.toLsp()
                    .completion(
                        view.source(),
                        Completions.at(view.semantics(), view.cell(), view.offset()),
                        uri,
                        new CompletionItems.Form(
                            view.client().can(Can.TAKE_SNIPPETS),
                            view.client().can(Can.SHOW_LABEL_DETAILS)))
                    .list()));
  }

  @Override
  public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
    Semantics semantics = new Semantics(session.workspace().snapshot());
    Markup.Style style = session.features().hover();
    return runner.run(
        () -> {
          if (item.getData() instanceof JsonObject data && data.has("symbol")) {
            String name = data.get("symbol").getAsString();
            Optional<String> text =
                SymbolDocs.of(semantics, Uris.path(data.get("uri").getAsString()), name, style);
            text.ifPresent(docs -> item.setDocumentation(ToLsp.markup(docs, style)));
          }
          return item;
        });
  }

  @Override
  public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
      DocumentSymbolParams params) {
    return runner.readAny(
        params.getTextDocument().getUri(),
        List.of(),
        view ->
            DocumentSymbols.of(view.semantics(), view.cell()).stream()
                .map(element -> view.toLsp().symbol(view.source(), element))
                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                .toList());
  }

  @Override
  public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
    return runner.read(
        params.getTextDocument().getUri(),
        List.of(),
        view ->
            Links.of(view.semantics(), view.cell()).stream()
                .map(target -> view.toLsp().link(view.source(), target))
                .toList());
  }

  @Override
  public CompletableFuture<DocumentDiagnosticReport> diagnostic(DocumentDiagnosticParams params) {
    String uri = params.getTextDocument().getUri();
    return runner.run(() -> diagnostics.ofDocument(uri, params.getPreviousResultId()));
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
    return runner.read(
        params.getTextDocument().getUri(),
        List.of(),
        view -> view.edits(Formatter.format(view.cell().tree(), view.style(), view.reading())));
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> rangeFormatting(
      DocumentRangeFormattingParams params) {
    return runner.read(
        params.getTextDocument().getUri(),
        List.of(),
        view ->
            view.edits(
                Formatter.format(
                    view.cell().tree(),
                    view.style(),
                    view.reading(),
                    view.range(params.getRange()))));
  }

  @Override
  public CompletableFuture<List<? extends TextEdit>> onTypeFormatting(
      DocumentOnTypeFormattingParams params) {
    return runner.at(
        params.getTextDocument().getUri(),
        params.getPosition(),
        List.of(),
        view ->
            view.edits(
                TypedLine.at(view.cell().tree(), view.style(), view.offset()).stream().toList()));
  }

  @Override
  public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(CodeActionParams params) {
    String uri = params.getTextDocument().getUri();
    return runner.readAny(uri, List.of(), view -> actions.of(view, params));
  }

  @Override
  public CompletableFuture<CodeAction> resolveCodeAction(CodeAction action) {
    return runner.run(() -> actions.resolve(action));
  }
}
