package kconfigls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import kconfigls.lsp.ClientFeatures.Can;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.Unregistration;
import org.eclipse.lsp4j.UnregistrationParams;

/**
 * Asks the client to show us its sources too, and for the few features that they have: if it asked
 * for everything in them, it would take us for a formatter of C.
 */
final class SourceDocuments {
  private static final List<String> LANGUAGES =
      List.of("c", "cpp", "rust", "makefile", "cmake", "dts", "devicetree");

  /** Assembler, linker scripts and devicetree, whose languages have many names. */
  private static final String PATTERN = "**/*.{S,s,lds,dts,dtsi,dtso,overlay}";

  private static final List<String> METHODS =
      List.of(
          "textDocument/didOpen",
          "textDocument/didChange",
          "textDocument/didClose",
          "textDocument/hover",
          "textDocument/definition",
          "textDocument/references",
          "textDocument/documentHighlight",
          "textDocument/completion");

  /** TextDocumentSyncKind.Incremental. */
  private static final int INCREMENTAL = 2;

  private final Session session;
  private boolean ready;
  private boolean registered;

  SourceDocuments(Session session) {
    this.session = session;
  }

  /** The client can be asked, and has sent its settings if it was going to. */
  synchronized void ready() {
    ready = true;
    update();
  }

  /** Follows the settings, which may come before the client can be asked. */
  synchronized void update() {
    boolean wanted = session.readsSources();
    if (!ready || !session.features().can(Can.REGISTER_DOCUMENTS) || wanted == registered) {
      return;
    }
    registered = wanted;
    session
        .client()
        .ifPresent(
            client -> {
              if (registered) {
                client.registerCapability(new RegistrationParams(registrations()));
              } else {
                client.unregisterCapability(new UnregistrationParams(unregistrations()));
              }
            });
  }

  private static List<Registration> registrations() {
    List<Registration> all = new ArrayList<>();
    for (String method : METHODS) {
      JsonObject options = new JsonObject();
      options.add("documentSelector", selector());
      if (method.endsWith("/didChange")) {
        options.addProperty("syncKind", INCREMENTAL);
      } else if (method.endsWith("/completion")) {
        options.addProperty("resolveProvider", true);
      }
      all.add(new Registration(id(method), method, options));
    }
    return all;
  }

  private static String id(String method) {
    return "sources " + method;
  }

  private static List<Unregistration> unregistrations() {
    return METHODS.stream().map(method -> new Unregistration(id(method), method)).toList();
  }

  private static JsonArray selector() {
    JsonArray selector = new JsonArray();
    for (String language : LANGUAGES) {
      selector.add(filter("language", language));
    }
    selector.add(filter("pattern", PATTERN));
    return selector;
  }

  private static JsonObject filter(String key, String value) {
    JsonObject filter = new JsonObject();
    filter.addProperty("scheme", "file");
    filter.addProperty(key, value);
    return filter;
  }
}
