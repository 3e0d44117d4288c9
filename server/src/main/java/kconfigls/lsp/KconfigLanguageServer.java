package kconfigls.lsp;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kconfigls.io.ParentWatch;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.lsp.protocol.KconfigService;
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

  private final Host host;
  private final Session session;
  private final Faults faults;
  private final RequestRunner runner;
  private final StatusBoard status;
  private final Indexer indexer;
  private final KconfigEndpoint kconfig;
  private final SourceDocuments sources;
  private final ClientSettings settings;
  private final SourceIndexes indexes;
  private final DocumentEndpoint documents;
  private final WorkspaceEndpoint workspace;

  KconfigLanguageServer(Host host, Session session, Faults faults) {
    this.host = host;
    this.session = session;
    this.faults = faults;
    runner = new RequestRunner(session);
    DiagnosticsPublisher diagnostics = new DiagnosticsPublisher(session, faults);
    status = new StatusBoard(session, faults);
    Views views = new Views(session, status);
    indexer = new Indexer(session, diagnostics, status, faults);
    kconfig = new KconfigEndpoint(session, runner, status, views, indexer::chosen, this::trusted);
    sources = new SourceDocuments(session);
    settings = new ClientSettings(session, diagnostics, sources);
    indexes = new SourceIndexes(session, faults);
    documents =
        new DocumentEndpoint(
            session, runner, new Documents(session, indexer), diagnostics, indexes, views);
    workspace =
        new WorkspaceEndpoint(
            session, runner, indexer, settings, new PullDiagnostics(session, diagnostics), status);
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    session.replaceFeatures(ClientFeatures.of(params.getCapabilities()));
    session.changeFolders(folders(params), List.of());
    settings.begin(params.getInitializationOptions());
    Integer parent = params.getProcessId();
    if (parent != null) {
      ParentWatch.whenGone(parent, () -> host.exit().accept(1));
    }
    InitializeResult result = new InitializeResult(Capabilities.of(session.features()));
    result.setServerInfo(new ServerInfo("kconfig-ls", host.version()));
    session.enter(Session.Phase.RUNNING);
    return CompletableFuture.completedFuture(result);
  }

  @SuppressWarnings("deprecation")
  private static List<String> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      return WorkspaceEndpoint.uris(params.getWorkspaceFolders());
    }
    return params.getRootUri() == null ? List.of() : List.of(params.getRootUri());
  }

  @Override
  public void initialized(InitializedParams params) {
    if (session.features().can(Can.WATCH_FILES)) {
      session.client().ifPresent(KconfigLanguageServer::watch);
    }
    Runnable ready =
        () -> {
          sources.ready();
          indexer.findProjects();
        };
    settings.ask().whenComplete((done, fault) -> faults.guard("the start", ready).run());
  }

  /** The user trusts the folders now: nothing is left out any more. */
  private void trusted() {
    settings
        .trusted()
        .thenRun(
            () -> {
              status.evaluations().forget();
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
    session.enter(Session.Phase.SHUT_DOWN);
    indexer.stop();
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void exit() {
    stop();
    host.exit().accept(session.phase() == Session.Phase.SHUT_DOWN ? 0 : 1);
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
