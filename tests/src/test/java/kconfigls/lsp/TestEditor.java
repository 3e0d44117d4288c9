package kconfigls.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An editor with documents and what a server of its own has published for it. */
final class TestEditor implements AutoCloseable {
  /** A document as the editor holds it. */
  record Document(int version, String text) {}

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]+");
  private static final int PLACES = 3;
  private static final List<String> AT_PLACES =
      List.of("hover", "definition", "completion", "references");
  private static final List<String> OF_FILES =
      List.of(
          "documentSymbol", "semanticTokens/full", "foldingRange", "documentLink", "diagnostic");

  private final LspSession session = new LspSession();
  private final Map<Path, Document> documents = new LinkedHashMap<>();
  private final Map<String, JsonArray> published = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();

  TestEditor(Collection<Path> folders) throws Exception {
    JsonObject params = new JsonObject();
    JsonArray array = new JsonArray();
    folders.forEach(folder -> array.add(folder(folder)));
    params.add("workspaceFolders", array);
    params.add("capabilities", new JsonObject());
    session.request("initialize", params.toString());
    session.notify("initialized", "{}");
  }

  private static JsonObject folder(Path folder) {
    JsonObject object = new JsonObject();
    object.addProperty("uri", folder.toUri().toString());
    object.addProperty("name", String.valueOf(folder.getFileName()));
    return object;
  }

  /** The documents in the order in which they were opened. */
  Map<Path, Document> documents() {
    return documents;
  }

  void open(Path file, Document document) throws IOException {
    documents.put(file, document);
    JsonObject item = new JsonObject();
    item.addProperty("uri", uri(file));
    item.addProperty("languageId", isConfiguration(file) ? "kconfig-config" : "kconfig");
    item.addProperty("version", document.version());
    item.addProperty("text", document.text());
    notify("textDocument/didOpen", "textDocument", item);
  }

  static boolean isConfiguration(Path file) {
    return file.getFileName().toString().matches("(?!Kconfig).*(\\.config|defconfig|\\.conf)");
  }

  void close(Path file) throws IOException {
    documents.remove(file);
    notify("textDocument/didClose", "textDocument", id(file));
  }

  void saved(Path file) throws IOException {
    notify("textDocument/didSave", "textDocument", id(file));
  }

  /** An editor's name of a file, which stays if the file becomes a folder on disk. */
  private static String uri(Path file) {
    String uri = file.toUri().toString();
    return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
  }

  private static JsonObject id(Path file) {
    JsonObject id = new JsonObject();
    id.addProperty("uri", uri(file));
    return id;
  }

  private void notify(String method, String name, JsonElement value) throws IOException {
    JsonObject params = new JsonObject();
    params.add(name, value);
    session.notify(method, params.toString());
  }

  /** Replaces a part of a document. */
  void edit(Path file, int start, int end, String inserted) throws IOException {
    Document before = documents.get(file);
    String text = before.text().substring(0, start) + inserted + before.text().substring(end);
    documents.put(file, new Document(before.version() + 1, text));
    JsonObject range = new JsonObject();
    range.add("start", position(before.text(), start));
    range.add("end", position(before.text(), end));
    JsonObject change = new JsonObject();
    change.add("range", range);
    change.addProperty("text", inserted);
    JsonArray changes = new JsonArray();
    changes.add(change);
    JsonObject id = id(file);
    id.addProperty("version", before.version() + 1);
    JsonObject params = new JsonObject();
    params.add("textDocument", id);
    params.add("contentChanges", changes);
    session.notify("textDocument/didChange", params.toString());
  }

  private static JsonObject position(String text, int offset) {
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    JsonObject position = new JsonObject();
    position.addProperty("line", text.substring(0, start).chars().filter(c -> c == '\n').count());
    position.addProperty("character", offset - start);
    return position;
  }

  /** Tells of changes on disk; the type of each is that of the protocol. */
  void changedOnDisk(Map<Path, Integer> changes) throws IOException {
    JsonArray events = new JsonArray();
    changes.forEach(
        (file, type) -> {
          JsonObject event = id(file);
          event.addProperty("type", type);
          events.add(event);
        });
    notify("workspace/didChangeWatchedFiles", "changes", events);
  }

  void changeFolders(Collection<Path> added, Collection<Path> removed) throws IOException {
    JsonObject event = new JsonObject();
    JsonArray more = new JsonArray();
    added.forEach(folder -> more.add(folder(folder)));
    JsonArray fewer = new JsonArray();
    removed.forEach(folder -> fewer.add(folder(folder)));
    event.add("added", more);
    event.add("removed", fewer);
    notify("workspace/didChangeWorkspaceFolders", "event", event);
  }

  /** What the server shows now, by what was asked. */
  Map<String, String> state(Set<Path> files, long seed) throws Exception {
    Map<String, String> state = new TreeMap<>();
    for (Path file : files) {
      JsonObject params = new JsonObject();
      params.add("textDocument", id(file));
      for (String method : OF_FILES) {
        ask("textDocument/" + method, params, file.toString(), state);
      }
    }
    Random random = new Random(seed);
    for (Map.Entry<Path, Document> document : new TreeMap<>(documents).entrySet()) {
      for (int i = 0; i < PLACES; i++) {
        JsonObject params = new JsonObject();
        params.add("textDocument", id(document.getKey()));
        JsonObject position = position(document.getValue().text(), place(document, random));
        params.add("position", position);
        for (String method : AT_PLACES) {
          ask("textDocument/" + method, params, document.getKey() + ":" + position, state);
        }
      }
    }
    JsonObject query = new JsonObject();
    query.addProperty("query", "");
    ask("workspace/symbol", query, "", state);
    receive();
    published.forEach((uri, list) -> state.put("published " + uri, list.toString()));
    return state;
  }

  private static int place(Map.Entry<Path, Document> document, Random random) {
    String text = document.getValue().text();
    Matcher word = WORD.matcher(text);
    int from = random.nextInt(text.length() + 1);
    return word.find(from) && random.nextInt(4) > 0 ? word.start() : from;
  }

  private void ask(String method, JsonObject params, String about, Map<String, String> state)
      throws Exception {
    if (method.endsWith("/references")) {
      JsonObject context = new JsonObject();
      context.addProperty("includeDeclaration", true);
      params.add("context", context);
    }
    JsonObject answer = session.answer(method, params.toString());
    if (answer.has("error")) {
      faults.add(method + " " + about + ": " + answer.get("error"));
    }
    if (answer.get("result") instanceof JsonObject object) {
      object.remove("resultId"); // counts the answers
    }
    state.put(method + " " + about, String.valueOf(answer.get("result")));
  }

  private void receive() {
    for (JsonObject message : session.received()) {
      String method = message.has("method") ? message.get("method").getAsString() : "";
      if (method.equals("textDocument/publishDiagnostics")) {
        JsonObject params = message.getAsJsonObject("params");
        JsonArray list = params.getAsJsonArray("diagnostics");
        if (list.isEmpty()) {
          published.remove(params.get("uri").getAsString());
        } else {
          published.put(params.get("uri").getAsString(), list);
        }
      } else if (method.equals("window/logMessage") && message.toString().contains("fault")) {
        faults.add(message.toString());
      }
    }
  }

  /** Internal errors of the server so far. */
  List<String> faults() {
    receive();
    return faults;
  }

  /** The symbols and macros of the workspace. */
  String symbols() throws Exception {
    return session.request("workspace/symbol", "{'query':''}").toString();
  }

  /** What is published now, by document. */
  Map<String, JsonArray> published() {
    receive();
    return published;
  }

  /** Whether something is published for a file. */
  boolean hasFindings(Path file) {
    receive();
    return published.containsKey(uri(file));
  }

  @Override
  public void close() throws Exception {
    session.end();
    session.close();
  }
}
