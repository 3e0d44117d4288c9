package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ends of lines, spellings of URIs and names of files that are not the usual ones. */
final class NamesSessionTest {
  private static final List<String> REQUESTS =
      List.of(
          "hover",
          "definition",
          "references",
          "documentSymbol",
          "foldingRange",
          "selectionRange",
          "semanticTokens/full",
          "inlayHint",
          "codeLens",
          "documentLink",
          "formatting",
          "codeAction",
          "documentHighlight",
          "diagnostic");

  @TempDir private Path folder;

  private static LspSession start(String folderUri) throws Exception {
    LspSession session = new LspSession();
    session.request(
        "initialize",
        "{'processId':null,'capabilities':{},'workspaceFolders':[{'name':'w','uri':"
            + new JsonPrimitive(folderUri)
            + "}]}");
    session.notify("initialized", "{}");
    return session;
  }

  private static void open(LspSession session, String uri, String text) throws Exception {
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'languageId':'kconfig','version':1,'uri':"
            + new JsonPrimitive(uri)
            + ",'text':"
            + new JsonPrimitive(text)
            + "}}");
  }

  private static String params(String uri, int line, int column) {
    String at = "{'line':" + line + ",'character':" + column + "}";
    return "{'textDocument':{'uri':"
        + new JsonPrimitive(uri)
        + "},'position':"
        + at
        + ",'positions':["
        + at
        + "],'range':{'start':{'line':0,'character':0},'end':{'line':99,'character':0}}"
        + ",'context':{'includeDeclaration':true,'diagnostics':[]}"
        + ",'options':{'tabSize':8,'insertSpaces':false}}";
  }

  /** All ranges anywhere in an answer. */
  private static void ranges(JsonElement json, List<JsonObject> found) {
    if (json instanceof JsonArray array) {
      array.forEach(each -> ranges(each, found));
    } else if (json instanceof JsonObject object) {
      if (object.has("start") && object.has("end")) {
        found.add(object);
      }
      object.asMap().values().forEach(each -> ranges(each, found));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
  void positionsCountTheLinesOfTheEditor(String end) throws Exception {
    String text =
        "# one\rtwo\n"
            + "config A"
            + end
            + "\tbool \"The a\""
            + end
            + "\tdepends on NOPE\n"
            + "config B\n\tbool \"The b\"\r\n\tselect A\r\n\thelp\n\t  Some\rtext.\n";
    List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
    Files.writeString(folder.resolve("Kconfig"), text);
    String uri = folder.resolve("Kconfig").toUri().toString();
    try (LspSession session = start(folder.toUri().toString())) {
      open(session, uri, text);
      session.diagnostics(uri, list -> list.contains("rule") || list.length() > 2);
      for (String method : REQUESTS) {
        int line = lines.indexOf("\tselect A");
        JsonElement answer = session.request("textDocument/" + method, params(uri, line, 8));
        List<JsonObject> found = new ArrayList<>();
        ranges(answer, found);
        for (JsonObject range : found) {
          assertThat(isInLines(range.getAsJsonObject("start"), lines)).as(method + range).isTrue();
          assertThat(isInLines(range.getAsJsonObject("end"), lines)).as(method + range).isTrue();
        }
      }
      int line = lines.indexOf("\tselect A");
      assertThat(session.request("textDocument/hover", params(uri, line, 8)).toString())
          .contains("\"line\":" + line + ",\"character\":8}");
      session.notify(
          "textDocument/didChange",
          "{'textDocument':{'uri':'"
              + uri
              + "','version':2},'contentChanges':[{'range':{'start':{'line':"
              + line
              + ",'character':8},'end':{'line':"
              + line
              + ",'character':9}},'text':'NONE'}]}");
      session.diagnostics(uri, list -> list.contains("NONE"));
      assertThat(session.errors()).isEmpty();
    }
  }

  private static boolean isInLines(JsonObject position, List<String> lines) {
    int line = position.get("line").getAsInt();
    int column = position.get("character").getAsInt();
    return line < lines.size() && column <= lines.get(line).length();
  }

  @Test
  void tokensLieInOneLineOfTheEditor() throws Exception {
    String text = "# one\rtwo\nconfig A\n\tbool \"a\rb\"\n";
    String uri = folder.resolve("Kconfig").toUri().toString();
    try (LspSession session = start(folder.toUri().toString())) {
      open(session, uri, text);
      JsonArray data =
          session
              .request("textDocument/semanticTokens/full", params(uri, 0, 0))
              .getAsJsonObject()
              .getAsJsonArray("data");
      List<String> lines = List.of(text.split("\r\n|\r|\n", -1));
      int line = 0;
      int column = 0;
      for (int i = 0; i < data.size(); i += 5) {
        int down = data.get(i).getAsInt();
        line += down;
        column = data.get(i + 1).getAsInt() + (down == 0 ? column : 0);
        int length = data.get(i + 2).getAsInt();
        assertThat(length).isPositive();
        assertThat(column + length).isLessThanOrEqualTo(lines.get(line).length());
      }
      assertThat(line).isEqualTo(4);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file://", "file:", "file://localhost"})
  void urisOfAnswersAreThoseOfTheClient(String scheme) throws Exception {
    Path tree = Files.createDirectories(folder.resolve("a b[c]"));
    Files.writeString(tree.resolve("Kconfig"), "config A\n\tbool \"a\"\nsource \"x(y)\"\n");
    Files.writeString(tree.resolve("x(y)"), "config B\n\tbool \"b\"\n\tdepends on A && NOPE\n");
    for (String name : List.of("a b[c]", "a%20b%5Bc%5d", "%61 b[c]")) {
      String root = scheme + folder + "/" + name;
      String uri = root + "/%4Bconfig";
      try (LspSession session = start(root)) {
        open(session, uri, Files.readString(tree.resolve("Kconfig")));
        session.diagnostics(root + "/x(y)", list -> list.contains("NOPE"));
        String found = session.request("textDocument/references", params(uri, 0, 8)).toString();
        assertThat(found).contains("\"" + uri + "\"", "\"" + root + "/x(y)\"");
        String links = session.request("textDocument/documentLink", params(uri, 0, 0)).toString();
        assertThat(links).contains("\"" + root + "/x(y)\"");
      }
    }
  }

  @Test
  void findingsGoAwayUnderTheUriThatTheyCameUnder() throws Exception {
    Files.writeString(folder.resolve("Kconfig"), "config A\n\tbool \"a\"\n");
    String uri = "file:" + folder + "/%4Bconfig";
    try (LspSession session = start(folder.toUri().toString())) {
      open(session, uri, "config A\n\tbool \"a\"\n\tdepends on NOPE\n");
      session.diagnostics(uri, list -> list.contains("NOPE"));
      session.notify("textDocument/didClose", "{'textDocument':{'uri':'" + uri + "'}}");
      session.diagnostics(uri, list -> list.equals("[]"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\\b", "line\nend", "\u001b[31m", "tab\tname", "größe", "100%", "#?"})
  void foldersMayHaveAnyName(String name) throws Exception {
    Path tree = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        tree.resolve("Kconfig"), "config A\n\tbool \"a\"\nsource \"sub/*.kconfig\"\n");
    Files.createDirectories(tree.resolve("sub"));
    Files.writeString(
        tree.resolve("sub/" + name + ".kconfig"), "config B\n\tbool \"b\"\n\tdepends on NOPE\n");
    String root = tree.toUri().toString();
    try (LspSession session = start(root)) {
      open(session, root + "Kconfig", Files.readString(tree.resolve("Kconfig")));
      JsonObject published = session.await("diagnostics", m -> m.toString().contains("NOPE"));
      String uri = published.getAsJsonObject("params").get("uri").getAsString();
      assertThat(Path.of(java.net.URI.create(uri)))
          .isEqualTo(tree.resolve("sub/" + name + ".kconfig"));
      assertThat(session.errors()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "vscode-vfs://github/x/Kconfig",
        "git:/x/Kconfig?%7B%22path%22%3A%22x%22%7D",
        "file://host/share/Kconfig",
        "file:///a%00b/Kconfig",
        "file:///%FF%FE/Kconfig",
        "",
        "no uri at all",
        "x:y",
        "\\\\host\\share\\Kconfig"
      })
  void aDocumentThatIsNoFileHasItsOwnFeatures(String uri) throws Exception {
    try (LspSession session = start(folder.toUri().toString())) {
      open(
          session,
          uri,
          "config A\n"
              + "\tbool \"The a\"\n\n"
              + "config B\n"
              + "\tbool \"b\"\n"
              + "\tselect A\n"
              + "source \"Kconfig.x\"\n");
      for (String method : REQUESTS) {
        session.request("textDocument/" + method, params(uri, 5, 8));
      }
      String hover = session.request("textDocument/hover", params(uri, 0, 1)).toString();
      assertThat(hover).contains("config");
      session.notify(
          "textDocument/didClose", "{'textDocument':{'uri':" + new JsonPrimitive(uri) + "}}");
      assertThat(session.request("textDocument/hover", params(uri, 0, 8)).isJsonNull()).isTrue();
      assertThat(session.errors()).isEmpty();
    }
  }
}
