package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole sessions with the server, message by message. */
final class SessionTest {
  private static final String TEXT =
      """
      config FOO
      \tbool "Foo"
      \thelp
      \t  Does *foo*.

      config BAR
      \tbool "Bär 😀" if FOO
      \tdepends on NOPE
      source "sub/Kconfig"
      """;

  @TempDir private Path folder;
  private String uri = "";

  @BeforeEach
  void write() {
    Map<String, String> files =
        Map.of("Kconfig", TEXT, "sub/Kconfig", "config SUB\n\tint\n\tdefault 1 if FOO\n");
    CheckedTree.write(folder, files, CheckedTree.charset(false));
    uri = folder.resolve("Kconfig").toUri().toString();
  }

  private LspSession open(String capabilities) throws Exception {
    return open(capabilities, "{}");
  }

  private LspSession open(String capabilities, String options) throws Exception {
    LspSession session = new LspSession();
    String root = uri.substring(0, uri.lastIndexOf('/'));
    JsonObject result =
        session
            .request(
                "initialize",
                "{'processId':null,'rootUri':'"
                    + root
                    + "','capabilities':"
                    + capabilities
                    + ",'initializationOptions':"
                    + options
                    + "}")
            .getAsJsonObject();
    assertThat(result.getAsJsonObject("serverInfo").get("name").getAsString())
        .isEqualTo("kconfig-ls");
    session.notify("initialized", "{}");
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'"
            + uri
            + "','languageId':'kconfig','version':1,'text':"
            + new JsonPrimitive(TEXT)
            + "}}");
    session.diagnostics(uri, list -> list.contains("undefined-symbol"));
    return session;
  }

  private String at(int line, int column) {
    return "{'textDocument':{'uri':'"
        + uri
        + "'},'position':{'line':"
        + line
        + ",'character':"
        + column
        + "}}";
  }

  private void change(LspSession session, int version, String range, String text) throws Exception {
    session.notify(
        "textDocument/didChange",
        "{'textDocument':{'uri':'"
            + uri
            + "','version':"
            + version
            + "},'contentChanges':[{"
            + range
            + "'text':"
            + new JsonPrimitive(text)
            + "}]}");
  }

  @Test
  void hoverDefinitionSymbolsAndLinks() throws Exception {
    try (LspSession session = open("{'textDocument':{'hover':{'contentFormat':['markdown']}}}")) {
      String hover = session.request("textDocument/hover", at(6, 23)).toString();
      assertThat(hover).contains("markdown", "**FOO** – bool", "Does \\\\*foo\\\\*.");
      String definition = session.request("textDocument/definition", at(6, 23)).toString();
      assertThat(definition).contains("\"line\":0,\"character\":7");
      String document = "{'textDocument':{'uri':'" + uri + "'}}";
      String symbols = session.request("textDocument/documentSymbol", document).toString();
      assertThat(symbols).contains("\"name\":\"FOO\"", "\"name\":\"BAR\"", "\"detail\":\"Foo\"");
      String links = session.request("textDocument/documentLink", document).toString();
      assertThat(links).contains("sub/Kconfig");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void aHundredWorkspaceFoldersAreProjectsOfTheirOwn() throws Exception {
    List<String> folders = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      Path tree = Files.createDirectories(folder.resolve("roots/" + i));
      String text = "config A%d\n\tbool\n\tdepends on NONE%d\nconfig SHARED\n".formatted(i, i);
      Files.writeString(tree.resolve("Kconfig"), text);
      folders.add("{'uri':'" + tree.toUri() + "','name':'" + i + "'}");
    }
    try (LspSession session = new LspSession()) {
      session.request(
          "initialize", "{'processId':null,'capabilities':{},'workspaceFolders':" + folders + "}");
      session.notify("initialized", "{}");
      for (int i : new int[] {0, 57, 99}) {
        Path file = folder.resolve("roots/" + i + "/Kconfig");
        String document = file.toUri().toString();
        session.notify(
            "textDocument/didOpen",
            "{'textDocument':{'uri':'"
                + document
                + "','languageId':'kconfig','version':1,'text':"
                + new JsonPrimitive(Files.readString(file))
                + "}}");
        String wanted = "`NONE" + i + "` is not defined";
        session.diagnostics(document, list -> list.contains(wanted));
      }
      String found = session.request("workspace/symbol", "{'query':'A42'}").toString();
      assertThat(found).contains("roots/42/Kconfig");
      JsonElement shared = session.request("workspace/symbol", "{'query':'SHARED'}");
      assertThat(shared.getAsJsonArray()).hasSize(100);
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void hoverIsPlainForClientsWithoutMarkdown() throws Exception {
    try (LspSession session = open("{}")) {
      String hover = session.request("textDocument/hover", at(6, 23)).toString();
      assertThat(hover).contains("plaintext", "FOO – bool", "Does *foo*.").doesNotContain("**");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void completionIsResolvedWhenAsked() throws Exception {
    String item = "'completionItem':{'labelDetailsSupport':true}";
    try (LspSession session = open("{'textDocument':{'completion':{" + item + "}}}")) {
      JsonObject list = session.request("textDocument/completion", at(7, 12)).getAsJsonObject();
      assertThat(list.toString())
          .contains("\"label\":\"FOO\"", "bool – Foo", "description\":\"bool\"");
      JsonObject foo =
          list.getAsJsonArray("items").asList().stream()
              .map(each -> each.getAsJsonObject())
              .filter(each -> each.get("label").getAsString().equals("FOO"))
              .findFirst()
              .orElseThrow();
      assertThat(foo.has("documentation")).isFalse();
      String resolved = session.request("completionItem/resolve", foo.toString()).toString();
      assertThat(resolved).contains("Does *foo*.");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void editsClearAndRaiseFindings() throws Exception {
    try (LspSession session = open("{}")) {
      change(
          session,
          2,
          "'range':{'start':{'line':7,'character':12},'end':{'line':7,'character':16}},",
          "FOO");
      session.diagnostics(uri, list -> !list.contains("undefined-symbol"));
      change(session, 3, "", TEXT + "confg X\n");
      session.diagnostics(uri, list -> list.contains("unknown-statement"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void commentsSuppressFindings() throws Exception {
    try (LspSession session = open("{}")) {
      String comment = " # kconfig-ls: ignore[undefined-symbol, mixed-and-or]";
      change(session, 2, "", TEXT.replace("NOPE", "NOPE" + comment));
      JsonObject published =
          session.diagnostics(
              uri,
              list ->
                  !list.contains("not defined") && list.contains("`mixed-and-or` would report"));
      assertThat(published.toString()).doesNotContain("`undefined-symbol` would");
      change(session, 3, "", TEXT);
      session.diagnostics(uri, list -> list.contains("undefined-symbol"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void theTreesOwnSettingsCount() throws Exception {
    String settings =
        """
        { "overrides": [ { "files": "Kconfig", "rules": { "undefined-symbol": "hint" } } ] }
        """;
    Files.writeString(folder.resolve(".kconfig-ls.json"), settings);
    try (LspSession session = open("{}")) {
      change(session, 2, "", "\n" + TEXT);
      session.diagnostics(uri, list -> list.contains("\"severity\":4"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void columnsAreCountedInTheAgreedEncoding() throws Exception {
    for (String encoding : new String[] {"utf-8", "utf-16", "utf-32"}) {
      try (LspSession session = open("{'general':{'positionEncodings':['" + encoding + "']}}")) {
        int prefix = "\tbool \"B".length();
        int prompt =
            switch (encoding) {
              case "utf-8" -> 2 + 1 + 1 + 4;
              case "utf-16" -> 1 + 1 + 1 + 2;
              default -> 1 + 1 + 1 + 1;
            };
        int column = prefix + prompt + "\" if ".length() + 1;
        String definition = session.request("textDocument/definition", at(6, column)).toString();
        assertThat(definition).as(encoding).contains("\"line\":0,\"character\":7");
        assertThat(session.end()).isZero();
      }
    }
  }

  @Test
  void aSymbolThatIsTypedClearsItsFindingsInAllFiles() throws Exception {
    String text = "config ASK\n\tbool \"Ask\"\n\tdepends on TYPED\n";
    Map<String, String> files =
        Map.of("Kconfig", TEXT + "source \"a/Kconfig\"\nsource \"b/Kconfig\"\n");
    CheckedTree.write(folder, files, CheckedTree.charset(false));
    Path opened = folder.resolve("a/Kconfig");
    Path closed = folder.resolve("b/Kconfig");
    CheckedTree.write(
        folder,
        Map.of("a/Kconfig", text, "b/Kconfig", text.replace("ASK", "ASK_B")),
        CheckedTree.charset(false));
    try (LspSession session = open("{}")) {
      String all = files.get("Kconfig");
      change(session, 2, "", all);
      session.notify(
          "textDocument/didOpen",
          "{'textDocument':{'uri':'"
              + opened.toUri()
              + "','languageId':'kconfig','version':1,'text':"
              + new JsonPrimitive(text)
              + "}}");
      session.diagnostics(opened.toUri().toString(), list -> list.contains("`TYPED`"));
      session.diagnostics(closed.toUri().toString(), list -> list.contains("`TYPED`"));
      change(session, 3, "", all + "config TYPED\n\tbool \"Typed\"\n");
      session.diagnostics(opened.toUri().toString(), list -> !list.contains("`TYPED`"));
      session.diagnostics(closed.toUri().toString(), list -> !list.contains("`TYPED`"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void aFileThatAppearsIsTakenIn() throws Exception {
    try (LspSession session = open("{}")) {
      Path file = folder.resolve("sub/Kconfig");
      Files.writeString(file, "config NOPE\n\tbool\n");
      session.forget();
      session.notify(
          "workspace/didChangeWatchedFiles",
          "{'changes':[{'uri':'" + file.toUri() + "','type':2}]}");
      session.diagnostics(uri, list -> !list.contains("undefined-symbol"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void anArchitectureThatAppearsIsAProject() throws Exception {
    Map<String, String> files =
        Map.of(
            "sub/Kconfig",
            "source \"arch/$(SRCARCH)/Kconfig\"\n",
            "arch/x86/Kconfig",
            "config X86\n\tdef_bool y\n");
    CheckedTree.write(folder, files, CheckedTree.charset(false));
    try (LspSession session = open("{}", "{'dialect':'linux'}")) {
      CheckedTree.write(
          folder, Map.of("arch/arm/Kconfig", "config NOPE\n\tbool\n"), CheckedTree.charset(false));
      session.forget();
      session.notify(
          "workspace/didChangeWatchedFiles",
          "{'changes':[{'uri':'" + folder.resolve("arch/arm/Kconfig").toUri() + "','type':1}]}");
      session.diagnostics(uri, list -> !list.contains("undefined-symbol"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void oddRequestsAreAnswered() throws Exception {
    try (LspSession session = open("{}")) {
      assertThat(session.request("textDocument/hover", at(9999, 9999)).isJsonNull()).isTrue();
      String unknown =
          "{'textDocument':{'uri':'file:///none'},'position':{'line':0,'character':0}}";
      assertThat(session.request("textDocument/hover", unknown).isJsonNull()).isTrue();
      assertThat(session.answer("no/such", "{}").has("error")).isTrue();
      session.notify("textDocument/didClose", "{'textDocument':{'uri':'file:///none'}}");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void diagnosticsCanBePulled() throws Exception {
    try (LspSession session = open("{}")) {
      String report =
          session
              .request("textDocument/diagnostic", "{'textDocument':{'uri':'" + uri + "'}}")
              .toString();
      assertThat(report).contains("\"kind\":\"full\"", "undefined-symbol");
      assertThat(session.end()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void commandsRunOnlyWhereTheClientAllowsIt(boolean allowed) throws Exception {
    Path marker = folder.resolve("marker");
    String line = "$(warning-if,$(shell,echo x >>marker; echo y),said by a command)\n";
    Files.writeString(folder.resolve("sub/Kconfig"), line);
    try (LspSession session = open("{}", "{'allowShell':" + allowed + "}")) {
      assertThat(Files.exists(marker)).isEqualTo(allowed);
      String sub = folder.resolve("sub/Kconfig").toUri().toString();
      if (allowed) {
        session.diagnostics(sub, list -> list.contains("said by a command"));
      }
      String range = "'range':{'start':{'line':0,'character':0},'end':{'line':0,'character':0}},";
      change(session, 2, range, "config LATE\n\tdef_bool $(shell,touch typed)\n\tdepends on OH\n");
      session.diagnostics(uri, list -> list.contains("`OH` is not defined"));
      assertThat(folder.resolve("typed")).doesNotExist();
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void aTreeCannotAllowItsOwnCommands() throws Exception {
    Files.writeString(folder.resolve(".kconfig-ls.json"), "{\"allowShell\": true}");
    Files.writeString(folder.resolve("sub/Kconfig"), "X := $(shell,touch marker)\n");
    try (LspSession session = open("{}")) {
      session.await(
          "a warning", m -> m.toString().contains("a tree cannot allow its own commands"));
      assertThat(folder.resolve("marker")).doesNotExist();
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void aFileOfNoProjectHasItsHoverAndNoFindings() throws Exception {
    Path lone = Files.createDirectory(folder.resolve("lone")).resolve("Kconfig.old");
    String text =
        "config LONE\n\tboolean \"Lone\"\n\tdepends on ELSEWHERE\n\t---help---\n\t  Alone.\n"
            + "source \"net/Kconfig\"\n";
    Files.writeString(lone, text);
    String loneUri = lone.toUri().toString();
    try (LspSession session = new LspSession()) {
      session.request("initialize", "{'processId':null,'rootUri':null,'capabilities':{}}");
      session.notify("initialized", "{}");
      session.notify(
          "textDocument/didOpen",
          "{'textDocument':{'uri':'"
              + loneUri
              + "','languageId':'kconfig','version':1,'text':"
              + new JsonPrimitive(text)
              + "}}");
      String where =
          "{'textDocument':{'uri':'" + loneUri + "'},'position':{'line':0,'character':8}}";
      String hover = "";
      for (int i = 0; i < 100 && !hover.contains("Alone."); i++) {
        Thread.sleep(50);
        hover = session.request("textDocument/hover", where).toString();
      }
      assertThat(hover).contains("Alone.");
      session.diagnostics(
          loneUri, list -> !list.contains("undefined") && !list.contains("missing"));
    }
  }
}
