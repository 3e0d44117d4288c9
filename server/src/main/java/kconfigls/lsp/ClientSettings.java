package kconfigls.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import kconfigls.io.SettingsFile;
import kconfigls.lsp.ClientFeatures.Can;
import kconfigls.vfs.VfsPath;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.jspecify.annotations.Nullable;

/** The settings that a client sends, in the namespace {@code kconfig}. */
final class ClientSettings {
  private static final String NAMESPACE = "kconfig";

  /** Whether the user trusts the opened folders; a client says it once, at its start. */
  private static final String TRUSTED = "trusted";

  /** Keys that are no settings of the server. */
  private static final List<String> OTHER_KEYS = List.of("server", "trace", TRUSTED);

  private final Session session;
  private final SourceDocuments sources;
  private final DiagnosticsPublisher diagnostics;

  ClientSettings(Session session, DiagnosticsPublisher diagnostics, SourceDocuments sources) {
    this.session = session;
    this.sources = sources;
    this.diagnostics = diagnostics;
  }

  /** Takes over what a client says at its start. One that says nothing of trust is trusted. */
  void begin(@Nullable Object options) {
    boolean restricted =
        options instanceof JsonObject object
            && object.get(TRUSTED) instanceof JsonPrimitive value
            && value.isBoolean()
            && !value.getAsBoolean();
    session.replaceTrusted(!restricted);
    take(options);
  }

  /** The user trusts the opened folders now; done when the settings that hold then are known. */
  CompletableFuture<Void> trusted() {
    session.replaceTrusted(true);
    sources.update();
    return ask();
  }

  /** Asks the client, if it can be asked; done when the settings are taken over. */
  CompletableFuture<Void> ask() {
    ConfigurationItem item = new ConfigurationItem();
    item.setSection(NAMESPACE);
    return session
        .client()
        .filter(client -> session.features().can(Can.ANSWER_CONFIGURATION))
        .map(
            client ->
                client
                    .configuration(new ConfigurationParams(List.of(item)))
                    .handle((answer, error) -> first(answer))
                    .thenAccept(this::take))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private static JsonElement first(@Nullable List<Object> answer) {
    if (answer == null || answer.isEmpty()) {
      return JsonNull.INSTANCE;
    }
    return answer.getFirst() instanceof JsonElement json ? json : JsonNull.INSTANCE;
  }

  /** Takes settings over: the section itself, or an object that holds it. */
  void take(@Nullable Object settings) {
    if (!(settings instanceof JsonObject object)) {
      return;
    }
    JsonObject section = object.get(NAMESPACE) instanceof JsonObject inner ? inner : object;
    JsonObject own = section.deepCopy();
    OTHER_KEYS.forEach(own::remove);
    session.replaceEditor(EditorSettings.taken(own));
    sources.update();
    VfsPath folder = session.folders().isEmpty() ? VfsPath.of("/") : session.folders().getFirst();
    try {
      session.replaceSettings(SettingsFile.settings(own, "settings " + NAMESPACE, folder));
    } catch (SettingsFile.InvalidException e) {
      diagnostics.warn(String.valueOf(e.getMessage()));
    }
  }
}
