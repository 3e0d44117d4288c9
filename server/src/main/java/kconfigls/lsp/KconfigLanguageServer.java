package kconfigls.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import kconfigls.io.ParentWatch;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.convert.Uris;
import kconfigls.lsp.protocol.KconfigClient;
import kconfigls.lsp.protocol.KconfigService;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.services.JsonDelegate;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The language server: the life of one session. */
public final class KconfigLanguageServer implements LanguageServer {
  private static final List<String> WATCHED =
      List.of(
          "**/Kconfig*",
          "**/*.Kconfig",
          "**/Config*.in*",
          "**/Config.src",
          "**/Config.uk",
          "**/.kconfig-ls.json",
          "**/.config",
          "**/*defconfig",
          "**/*.config",
          "**/*.conf",
          "**/sdkconfig*");

  private final String version;
  private final IntConsumer exit;
  private final Session session = new Session();
  private final RequestRunner runner = new RequestRunner(session);
  private final DiagnosticsPublisher diagnostics = new DiagnosticsPublisher(session);
  private final StatusBoard status = new StatusBoard(session);
  private final Views views = new Views(session, status);
  private final Indexer indexer = new Indexer(session, diagnostics, status);
  private final KconfigEndpoint kconfig =
      new KconfigEndpoint(session, runner, status, views, indexer::chosen);
  private final SourceDocuments sources = new SourceDocuments(session);
  private final ClientSettings settings = new ClientSettings(session, diagnostics, sources);
  private final SourceIndexes indexes = new SourceIndexes(session);
  private final DocumentEndpoint documents =
      new DocumentEndpoint(
          session, runner, new Documents(session, indexer), diagnostics, indexes, views);
  private final WorkspaceEndpoint workspace =
      new WorkspaceEndpoint(
          session, runner, indexer, settings, new PullDiagnostics(session, diagnostics), status);

  /**
   * @param exit ends the process, with its status
   */
  public KconfigLanguageServer(String version, IntConsumer exit) {
    this.version = version;
    this.exit = exit;
  }

  void connect(KconfigClient client) {
    session.connect(client);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    session.replaceFeatures(ClientFeatures.of(params.getCapabilities()));
    session.changeFolders(folders(params), List.of());
    settings.take(params.getInitializationOptions());
    Integer parent = params.getProcessId();
    if (parent != null) {
      ParentWatch.whenGone(parent, () -> exit.accept(1));
    }
    InitializeResult result = new InitializeResult(Capabilities.of(session.features()));
    result.setServerInfo(new ServerInfo("kconfig-ls", version));
    return CompletableFuture.completedFuture(result);
  }

  @SuppressWarnings("deprecation")
  private static List<VfsPath> folders(InitializeParams params) {
    List<VfsPath> folders = new ArrayList<>();
    if (params.getWorkspaceFolders() != null) {
      folders.addAll(WorkspaceEndpoint.paths(params.getWorkspaceFolders()));
    } else if (params.getRootUri() != null) {
      folders.add(Uris.path(params.getRootUri()));
    }
    return folders;
  }

  @Override
  public void initialized(InitializedParams params) {
    if (session.features().can(Can.WATCH_FILES)) {
      session.client().ifPresent(KconfigLanguageServer::watch);
    }
    settings
        .ask()
        .thenRun(
            () -> {
              sources.ready();
              indexer.findProjects();
            });
  }

  private static void watch(LanguageClient client) {
    List<FileSystemWatcher> watchers = new ArrayList<>();
    WATCHED.forEach(glob -> watchers.add(new FileSystemWatcher(Either.forLeft(glob))));
    Registration registration =
        new Registration(
            "watched-files",
            "workspace/didChangeWatchedFiles",
            new DidChangeWatchedFilesRegistrationOptions(watchers));
    client.registerCapability(new RegistrationParams(List.of(registration)));
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    session.end();
    indexer.stop();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    stop();
    exit.accept(session.ended() ? 0 : 1);
  }

  /** Ends all work of this session. */
  public void stop() {
    indexer.stop();
    runner.stop();
    status.stop();
    indexes.stop();
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // the client traces the messages itself
  }

  @Override
  public TextDocumentService getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceService getWorkspaceService() {
    return workspace;
  }

  /** The requests beyond the protocol. */
  @JsonDelegate
  public KconfigService getKconfigService() {
    return kconfig;
  }
}
