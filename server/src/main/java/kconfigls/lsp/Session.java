package kconfigls.lsp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.analysis.Workspace;
import kconfigls.io.AllowedFolders;
import kconfigls.io.Settings;
import kconfigls.lsp.convert.ToLsp;
import kconfigls.lsp.convert.Uris;
import kconfigls.lsp.protocol.KconfigClient;
import kconfigls.text.escape.Notification;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.jspecify.annotations.Nullable;

/** What one client's session holds. */
final class Session {
  /** How far a session has come. */
  enum Phase {
    /** The client may only initialize it. */
    NEW,
    RUNNING,
    /** The client may only end it. */
    SHUT_DOWN
  }

  /**
   * A document that the editor holds.
   *
   * @param language what the editor calls its language; may be empty
   * @param kind what it is taken for, also while the workspace does not hold its text yet
   */
  record Open(String uri, int version, String language, DocumentKind kind) {
    Open with(int newVersion, DocumentKind newKind) {
      return new Open(uri, newVersion, language, newKind);
    }
  }

  private final Workspace workspace = new Workspace();
  private final Map<VfsPath, Open> open = new ConcurrentHashMap<>();
  private final AtomicReference<Map<VfsPath, String>> folders = new AtomicReference<>(Map.of());
  private final AtomicReference<Settings> settings = new AtomicReference<>(Settings.NONE);
  private final AtomicReference<List<Settings>> treeSettings = new AtomicReference<>(List.of());
  private volatile EditorSettings editor = EditorSettings.ALL;
  private volatile boolean trusted = true;
  private volatile Phase phase = Phase.NEW;
  private volatile ClientFeatures features = ClientFeatures.LEAST;
  private volatile @Nullable KconfigClient client;

  Phase phase() {
    return phase;
  }

  void enter(Phase next) {
    phase = next;
  }

  /** Whether the user trusts the opened folders, as far as the client tells. */
  boolean trusted() {
    return trusted;
  }

  void replaceTrusted(boolean next) {
    trusted = next;
  }

  /** Where files may be read: of folders that nobody trusts yet only their own. */
  AllowedFolders scope() {
    return trusted ? AllowedFolders.ANYWHERE : new AllowedFolders(folders());
  }

  /**
   * Whether the sources of the trees are read: nothing but what the user has opened before that.
   */
  boolean readsSources() {
    return trusted && editor.sources();
  }

  Workspace workspace() {
    return workspace;
  }

  Map<VfsPath, Open> open() {
    return open;
  }

  List<VfsPath> folders() {
    return folderUris().keySet().stream().toList();
  }

  private Map<VfsPath, String> folderUris() {
    return Objects.requireNonNull(folders.get());
  }

  /** Folders of the workspace come and go, by their URIs. */
  void changeFolders(List<String> added, List<String> removed) {
    folders.updateAndGet(
        old -> {
          Map<VfsPath, String> next = new LinkedHashMap<>(old);
          removed.forEach(uri -> next.remove(Uris.path(uri)));
          added.forEach(uri -> next.putIfAbsent(Uris.path(uri), uri));
          return Collections.unmodifiableMap(next);
        });
  }

  Settings settings() {
    return Objects.requireNonNull(settings.get());
  }

  void replaceSettings(Settings next) {
    settings.set(next);
  }

  EditorSettings editor() {
    return editor;
  }

  void replaceEditor(EditorSettings next) {
    editor = next;
  }

  /** The settings that the trees have files for. */
  List<Settings> treeSettings() {
    return Objects.requireNonNull(treeSettings.get());
  }

  void replaceTreeSettings(List<Settings> next) {
    treeSettings.set(List.copyOf(next));
  }

  ClientFeatures features() {
    return features;
  }

  void replaceFeatures(ClientFeatures next) {
    features = next;
  }

  void connect(KconfigClient next) {
    client = next;
  }

  Optional<KconfigClient> client() {
    return Optional.ofNullable(client);
  }

  /** Shows a warning to the user. */
  void warn(String message) {
    show(MessageType.Warning, message);
  }

  /** Shows an error to the user. */
  void showError(String message) {
    show(MessageType.Error, message);
  }

  private void show(MessageType type, String message) {
    MessageParams params = new MessageParams(type, Notification.of(message));
    client().ifPresent(to -> to.showMessage(params));
  }

  /** Writes an error to the client's log. */
  void log(String message) {
    MessageParams params = new MessageParams(MessageType.Error, Notification.of(message));
    client().ifPresent(to -> to.logMessage(params));
  }

  /** The URI of a path as the client writes it: that of a document, else one in its folder's. */
  String uri(VfsPath path) {
    Open document = open.get(path);
    return document == null ? Uris.uri(path, folderUris()) : document.uri();
  }

  /** The version of a document that the editor holds, else null. */
  @Nullable Integer version(VfsPath path) {
    Open document = open.get(path);
    return document == null ? null : document.version();
  }

  /** The newest state of a document, if there is one. */
  Optional<FileCell> cell(String uri) {
    return workspace.snapshot().present(Uris.path(uri));
  }

  ToLsp toLsp() {
    return toLsp(workspace.snapshot());
  }

  ToLsp toLsp(Snapshot snapshot) {
    return new ToLsp(snapshot, features.encoding(), this::uri);
  }
}
