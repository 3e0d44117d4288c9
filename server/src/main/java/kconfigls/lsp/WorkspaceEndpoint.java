package kconfigls.lsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.ide.WorkspaceSymbols;
import kconfigls.lsp.convert.Navigation;
import kconfigls.lsp.convert.Uris;
import kconfigls.usage.SourceLanguage;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceDiagnosticParams;
import org.eclipse.lsp4j.WorkspaceDiagnosticReport;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The requests and notifications about the workspace. */
final class WorkspaceEndpoint implements WorkspaceService {
  private static final String SETTINGS_FILE = ".kconfig-ls.json";

  private final Session session;
  private final RequestRunner runner;
  private final Indexer indexer;
  private final ClientSettings settings;
  private final PullDiagnostics diagnostics;
  private final StatusBoard status;

  WorkspaceEndpoint(
      Session session,
      RequestRunner runner,
      Indexer indexer,
      ClientSettings settings,
      PullDiagnostics diagnostics,
      StatusBoard status) {
    this.session = session;
    this.runner = runner;
    this.indexer = indexer;
    this.settings = settings;
    this.diagnostics = diagnostics;
    this.status = status;
  }

  @Override
  public CompletableFuture<
          Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
      symbol(WorkspaceSymbolParams params) {
    Snapshot snapshot = session.workspace().snapshot();
    Navigation navigation = new Navigation(session.toLsp());
    return runner.run(
        () ->
            Either.forRight(
                PartialResults.answer(
                    session,
                    params,
                    WorkspaceSymbols.find(new Semantics(snapshot), params.getQuery()).stream()
                        .flatMap(match -> navigation.symbol(match).stream())
                        .toList())));
  }

  @Override
  public CompletableFuture<WorkspaceDiagnosticReport> diagnostic(WorkspaceDiagnosticParams params) {
    return runner.run(
        () ->
            new WorkspaceDiagnosticReport(diagnostics.ofWorkspace(params.getPreviousResultIds())));
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    settings.take(params.getSettings());
    settings.ask().thenRun(indexer::findProjects);
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    List<VfsPath> paths =
        params.getChanges().stream().map(change -> Uris.path(change.getUri())).toList();
    if (paths.stream().anyMatch(path -> SourceLanguage.of(path) == SourceLanguage.CONFIG)) {
      status.configurationChanged();
    }
    if (paths.stream().anyMatch(path -> path.name().equals(SETTINGS_FILE))) {
      indexer.findProjects();
    }
    indexer.changedOnDisk(paths);
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    session.changeFolders(uris(params.getEvent().getAdded()), uris(params.getEvent().getRemoved()));
    indexer.findProjects();
  }

  static List<String> uris(List<WorkspaceFolder> folders) {
    return folders.stream().map(WorkspaceFolder::getUri).toList();
  }
}
