package kconfigls.lsp;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import kconfigls.ide.CodeLenses;
import kconfigls.ide.Definitions;
import kconfigls.ide.DependencyHierarchy;
import kconfigls.ide.Foldings;
import kconfigls.ide.Highlights;
import kconfigls.ide.InlayHints;
import kconfigls.ide.Renames;
import kconfigls.ide.SelectionRanges;
import kconfigls.ide.SemanticHighlights;
import kconfigls.ide.Signatures;
import kconfigls.ide.support.ChosenValues;
import kconfigls.lsp.RequestRunner.View;
import kconfigls.lsp.convert.Navigation;
import kconfigls.lsp.convert.Tokens;
import kconfigls.text.TextRange;
import kconfigls.usage.SourceIndex;
import org.eclipse.lsp4j.CallHierarchyIncomingCall;
import org.eclipse.lsp4j.CallHierarchyIncomingCallsParams;
import org.eclipse.lsp4j.CallHierarchyItem;
import org.eclipse.lsp4j.CallHierarchyOutgoingCall;
import org.eclipse.lsp4j.CallHierarchyOutgoingCallsParams;
import org.eclipse.lsp4j.CallHierarchyPrepareParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.ImplementationParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.jspecify.annotations.Nullable;

/** The requests that lead from place to place in documents, and show what things are. */
abstract class NavigationEndpoint implements TextDocumentService {
  private final Session session;
  private final RequestRunner runner;
  private final SymbolRenames renames;
  private final SourceReferences references;
  private final Views views;
  private final TokenStore tokens = new TokenStore();

  NavigationEndpoint(Session session, RequestRunner runner, SourceIndexes indexes, Views views) {
    this.views = views;
    this.session = session;
    this.runner = runner;
    this.renames = new SymbolRenames(session, indexes);
    this.references = new SourceReferences(session, indexes);
  }

  /** A document was closed: what it was told does not count any more. */
  final void forget(String uri) {
    tokens.forget(uri);
  }

  @Override
  public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
    boolean withDefinitions = params.getContext().isIncludeDeclaration();
    return runner.slowly(
        params.getTextDocument().getUri(),
        params.getPosition(),
        List.of(),
        (view, cancel) ->
            PartialResults.answer(
                session, params, references.references(view, withDefinitions, cancel)));
  }

  /** A variable that no Kconfig file sets is looked for in the build, which takes longer. */
  final CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      definitions(String uri, Position position) {
    return runner
        .atAny(
            uri,
            position,
            List.<Location>of(),
            view ->
                view.toLsp()
                    .locations(Definitions.at(view.semantics(), view.cell(), view.offset())))
        .thenCompose(
            found ->
                found.isEmpty()
                    ? runner.slowly(uri, position, List.<Location>of(), references::variables)
                    : CompletableFuture.completedFuture(found))
        .thenApply(Either::forLeft);
  }

  @Override
  public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
      implementation(ImplementationParams params) {
    return runner
        .slowly(
            params.getTextDocument().getUri(),
            params.getPosition(),
            List.<Location>of(),
            references::implementations)
        .thenApply(Either::forLeft);
  }

  @Override
  public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
      DocumentHighlightParams params) {
    return runner.atAny(
        params.getTextDocument().getUri(),
        params.getPosition(),
        List.of(),
        view ->
            Highlights.at(view.semantics(), view.cell(), view.offset()).stream()
                .map(highlight -> view.navigation().highlight(view.source(), highlight))
                .toList());
  }

  @Override
  public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
    return runner.read(
        params.getTextDocument().getUri(),
        List.of(),
        view ->
            Foldings.of(view.cell().tree()).stream()
                .map(folding -> Navigation.folding(view.source(), folding))
                .toList());
  }

  @Override
  public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
    return runner.read(
        params.getTextDocument().getUri(),
        List.of(),
        view ->
            params.getPositions().stream()
                .map(view::offset)
                .map(offset -> SelectionRanges.at(view.cell().tree(), offset))
                .map(ranges -> view.navigation().selection(view.source(), ranges))
                .toList());
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
    String uri = params.getTextDocument().getUri();
    return runner.read(
        uri, new SemanticTokens(List.of()), view -> tokens.full(uri, data(view, view.whole())));
  }

  @Override
  public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
      SemanticTokensDeltaParams params) {
    String uri = params.getTextDocument().getUri();
    return runner.read(
        uri,
        Either.forLeft(new SemanticTokens(List.of())),
        view -> tokens.since(uri, params.getPreviousResultId(), data(view, view.whole())));
  }

  @Override
  public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
    return runner.read(
        params.getTextDocument().getUri(),
        new SemanticTokens(List.of()),
        view -> new SemanticTokens(data(view, view.range(params.getRange()))));
  }

  private static List<Integer> data(View view, TextRange range) {
    return Tokens.data(
        view.toLsp(), view.source(), SemanticHighlights.of(view.semantics(), view.cell(), range));
  }

  @Override
  public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
    return runner.read(
        params.getTextDocument().getUri(),
        List.of(),
        view ->
            InlayHints.of(
                    view.semantics(), view.cell(), view.range(params.getRange()), values(view))
                .stream()
                .map(hint -> view.navigation().hint(view.source(), hint))
                .toList());
  }

  private Optional<ChosenValues> values(View view) {
    return session.editor().hintValues()
        ? views.values(view.semantics().snapshot())
        : Optional.empty();
  }

  @Override
  public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
    String uri = params.getTextDocument().getUri();
    EditorSettings editor = session.editor();
    if (!editor.lenses()) {
      return CompletableFuture.completedFuture(List.of());
    }
    return runner.read(
        uri,
        List.of(),
        view ->
            CodeLenses.of(view.semantics(), view.cell(), lenses(view, editor)).stream()
                .map(lens -> view.navigation().lens(view.source(), uri, lens))
                .toList());
  }

  /** What is known of the sources of a document's tree, without waiting for it. */
  final SourceIndex sources(View view) {
    return references.known(view);
  }

  private CodeLenses.Wanted lenses(View view, EditorSettings editor) {
    SourceIndex index = editor.lensSources() ? sources(view) : SourceIndex.NONE;
    return new CodeLenses.Wanted(editor.lensReferences(), editor.lensSelects(), index.fileCounts());
  }

  @Override
  public CompletableFuture<@Nullable SignatureHelp> signatureHelp(SignatureHelpParams params) {
    return runner
        .at(
            params.getTextDocument().getUri(),
            params.getPosition(),
            Optional.<SignatureHelp>empty(),
            view ->
                Signatures.at(view.semantics(), view.cell(), view.offset())
                    .map(Navigation::signature))
        .thenApply(help -> help.orElse(null));
  }

  @Override
  public CompletableFuture<List<CallHierarchyItem>> prepareCallHierarchy(
      CallHierarchyPrepareParams params) {
    return runner.at(
        params.getTextDocument().getUri(),
        params.getPosition(),
        List.of(),
        view ->
            DependencyHierarchy.at(view.semantics(), view.cell(), view.offset())
                .flatMap(view.navigation()::item)
                .stream()
                .toList());
  }

  @Override
  public CompletableFuture<List<CallHierarchyIncomingCall>> callHierarchyIncomingCalls(
      CallHierarchyIncomingCallsParams params) {
    CallHierarchyItem item = params.getItem();
    return runner.read(
        item.getUri(),
        List.of(),
        view ->
            DependencyHierarchy.users(view.semantics(), item.getName(), view.cell()).stream()
                .flatMap(step -> view.navigation().incoming(step).stream())
                .toList());
  }

  @Override
  public CompletableFuture<List<CallHierarchyOutgoingCall>> callHierarchyOutgoingCalls(
      CallHierarchyOutgoingCallsParams params) {
    CallHierarchyItem item = params.getItem();
    return runner.read(
        item.getUri(),
        List.of(),
        view ->
            DependencyHierarchy.uses(view.semantics(), item.getName(), view.cell()).stream()
                .flatMap(step -> view.navigation().outgoing(step).stream())
                .toList());
  }

  @Override
  public CompletableFuture<
          @Nullable Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
      prepareRename(PrepareRenameParams params) {
    return runner
        .atAny(
            params.getTextDocument().getUri(),
            params.getPosition(),
            Optional.<PrepareRenameResult>empty(),
            view ->
                Renames.target(view.semantics(), view.cell(), view.offset())
                    .map(target -> view.navigation().target(view.source(), target)))
        .thenApply(result -> result.map(NavigationEndpoint::<Range>second).orElse(null));
  }

  private static <T> Either3<T, PrepareRenameResult, PrepareRenameDefaultBehavior> second(
      PrepareRenameResult result) {
    return Either3.forSecond(result);
  }

  @Override
  public CompletableFuture<@Nullable WorkspaceEdit> rename(RenameParams params) {
    return runner
        .slowly(
            params.getTextDocument().getUri(),
            params.getPosition(),
            Optional.<WorkspaceEdit>empty(),
            (view, cancel) -> Optional.of(renames.rename(view, params.getNewName(), cancel)))
        .thenApply(edit -> edit.orElse(null));
  }
}
