package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions in a hostile folder that the user does not trust yet, and then does. */
final class RestrictedSessionTest {
  /** Each way out of the folder leads to a file that defines a symbol OUTSIDE_…: never read. */
  private static final String KCONFIG =
      """
      config SHELL_RAN
      \tdef_bool $(shell,touch ran; echo y)

      config INSIDE
      \tbool "Inside"
      \tdepends on SUB

      config BESIDE
      \tbool "Beside"
      \tdepends on INSIDE

      source "sub/Kconfig"
      source "../outside/Kconfig.parent"
      source "link/Kconfig.link"
      source "linked"
      osource "../outside/Kconfig.g*"
      osource "lin*/Kconfig.link"
      source "$(FROM_ENV)/Kconfig.env"
      """;

  private static final String SETTINGS =
      """
      {
        "srctree": ".", "root": "Kconfig", "dialect": "kconfiglib",
        "env": { "FROM_ENV": "inner" },
        "configuration": "config",
        "rules": { "missing-help": "error" }
      }
      """;
  private static final String KEYS = "'root', 'srctree', 'env', 'configuration'";

  @TempDir private Path top;
  private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Map<String, String> files =
        Map.of(
            "ws/Kconfig", KCONFIG,
            "ws/sub/Kconfig", "config SUB\n\tbool \"Sub\"\n\tdepends on INSIDE\n",
            "ws/.kconfig-ls.json", SETTINGS,
            "ws/use.c", "#ifdef CONFIG_INSIDE\n#endif\n",
            "outside/Kconfig.parent", "config OUTSIDE_PARENT\n",
            "outside/Kconfig.link", "config OUTSIDE_LINK\n",
            "outside/Kconfig.linked", "config OUTSIDE_LINKED\n",
            "outside/Kconfig.glob", "config OUTSIDE_GLOB\n",
            "ws/inner/Kconfig.env", "config NAMED_BY_ENV\n",
            "ws/config", "CONFIG_INSIDE=y\n");
    CheckedTree.write(top, files, CheckedTree.charset(false));
    folder = top.resolve("ws");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("../outside"));
    Files.createSymbolicLink(folder.resolve("linked"), Path.of("../outside/Kconfig.linked"));
  }

  private String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  /** The root file is open, and its projects are read. */
  private LspSession start(String options) throws Exception {
    LspSession session = new LspSession();
    session.request(
        "initialize",
        "{'processId':null,'rootUri':'"
            + folder.toUri()
            + "','capabilities':{},'initializationOptions':"
            + options
            + "}");
    session.request("kconfig/status", "null");
    session.notify("initialized", "{}");
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'"
            + uri("Kconfig")
            + "','languageId':'kconfig','version':1,'text':"
            + new JsonPrimitive(KCONFIG)
            + "}}");
    ViewsTree.changed(session, status -> !status.get("indexing").getAsBoolean());
    return session;
  }

  private String at(int line, int column) {
    return "{'textDocument':{'uri':'%s'},'position':{'line':%d,'character':%d},"
        .formatted(uri("Kconfig"), line, column)
        .concat("'context':{'includeDeclaration':true}}");
  }

  /** The symbols that only files outside define, and files that the tree's settings choose. */
  private static String chosen(LspSession session) throws Exception {
    return Stream.of(symbols(session, "OUTSIDE"), symbols(session, "NAMED_BY_ENV"))
        .filter(names -> !names.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static String symbols(LspSession session, String query) throws Exception {
    return session
        .request("workspace/symbol", "{'query':'" + query + "'}")
        .getAsJsonArray()
        .asList()
        .stream()
        .map(symbol -> symbol.getAsJsonObject().get("name").getAsString())
        .sorted()
        .collect(Collectors.joining(" "));
  }

  private static boolean isMessage(JsonObject message, String text) {
    return message.has("method")
        && message.get("method").getAsString().equals("window/showMessage")
        && message.toString().contains(text);
  }

  @Test
  void anUntrustedFolderHasItsOwnFindingsAndNavigation() throws Exception {
    try (LspSession session = start("{'trusted':false,'allowShell':true}")) {
      session.diagnostics(
          uri("Kconfig"),
          list ->
              list.contains("source-outside-tree")
                  && list.contains("'severity':1,'code':'missing-help'".replace('\'', '"')));
      String definition = session.request("textDocument/definition", at(9, 14)).toString();
      assertThat(definition).contains("\"line\":3");
      String references = session.request("textDocument/references", at(3, 10)).toString();
      assertThat(references).contains("/sub/Kconfig", "/ws/Kconfig").doesNotContain("use.c");
      session.request("textDocument/codeLens", "{'textDocument':{'uri':'" + uri("Kconfig") + "'}}");
      session.await("message", m -> isMessage(m, "ignored until you trust the folder: " + KEYS));
      assertThat(chosen(session)).isEmpty();
      JsonObject status = ViewsTree.ask(session, "status", "null");
      assertThat(status.get("values").getAsString()).isEqualTo("none");
      assertThat(folder.resolve("ran")).doesNotExist();
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void whatIsIgnoredIsToldOnce() throws Exception {
    try (LspSession session = start("{'trusted':false}")) {
      session.await("message", m -> isMessage(m, KEYS));
      session.notify(
          "workspace/didChangeWatchedFiles",
          "{'changes':[{'uri':'" + uri(".kconfig-ls.json") + "','type':2}]}");
      ViewsTree.changed(session, status -> status.get("indexing").getAsBoolean());
      ViewsTree.changed(session, status -> !status.get("indexing").getAsBoolean());
      ViewsTree.ask(session, "menu", "{}");
      assertThat(session.received()).noneMatch(m -> isMessage(m, KEYS));
    }
  }

  @Test
  void theSettingsAboveAnUntrustedFolderAreNotRead() throws Exception {
    Files.delete(folder.resolve(".kconfig-ls.json"));
    Files.writeString(top.resolve(".kconfig-ls.json"), "{ \"rules\": { \"nothing\": \"off\" } }");
    try (LspSession session = start("{'trusted':false}")) {
      ViewsTree.ask(session, "menu", "{}");
      assertThat(session.received()).noneMatch(m -> isMessage(m, "nothing"));
    }
  }

  @Test
  void withTrustAllComesAliveWithoutARestart() throws Exception {
    try (LspSession session = start("{'trusted':false,'allowShell':true}")) {
      assertThat(chosen(session)).isEmpty();
      session.notify("kconfig/didGrantTrust", "null");
      ViewsTree.changed(session, status -> status.get("indexing").getAsBoolean());
      ViewsTree.changed(session, status -> !status.get("indexing").getAsBoolean());
      assertThat(chosen(session)).isEqualTo("NAMED_BY_ENV");
      assertThat(folder.resolve("ran")).exists();
      String references = session.request("textDocument/references", at(3, 10)).toString();
      assertThat(references).contains("use.c");
      JsonObject status = ViewsTree.ask(session, "status", "null");
      assertThat(status.get("configurationName").getAsString()).endsWith("config");
    }
  }

  @Test
  void aClientThatKnowsNoTrustIsTrusted() throws Exception {
    for (String options : Stream.of("{}", "null", "{'trusted':true}", "{'trusted':1}").toList()) {
      try (LspSession session = start(options)) {
        assertThat(chosen(session)).as(options).isEqualTo("NAMED_BY_ENV");
      }
    }
  }

  @Test
  void settingsThatComeLaterGrantNoTrust() throws Exception {
    try (LspSession session = start("{'trusted':false}")) {
      session.notify(
          "workspace/didChangeConfiguration",
          "{'settings':{'kconfig':{'trusted':true,'allowShell':true}}}");
      ViewsTree.changed(session, status -> !status.get("indexing").getAsBoolean());
      assertThat(chosen(session)).isEmpty();
      assertThat(folder.resolve("ran")).doesNotExist();
    }
  }
}
