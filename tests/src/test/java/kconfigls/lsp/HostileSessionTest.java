package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server tells an editor of a tree whose texts are made to act on who reads them. */
final class HostileSessionTest {
  private static final List<String> TEXTS =
      List.of(
          "\033[2J\u009b31m\u007f\r\u202e\u200b\ufeff",
          "[x](command:evil) ![](https://evil.example) <img src=x>",
          "``` ~~~~ https://evil.example www.evil.example");

  /** What editors write into documents or hand back: it is as it is. */
  private static final Set<String> DATA =
      Set.of("uri", "newText", "sortText", "data", "version", "symbol");

  @TempDir private Path folder;

  private String tree() throws Exception {
    StringBuilder kconfig = new StringBuilder("mainmenu \"" + TEXTS.getFirst() + "\"\n");
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS.get(i);
      kconfig.append("M" + i + " = " + text + "\n");
      kconfig.append("menu \"menu " + text + "\"\nconfig S" + i + "\n\tint \"prompt ");
      kconfig.append(text + "\"\n\tdefault \"" + text + "\"\n\tdepends on UNKNOWN\n\thelp\n\t  ");
      kconfig.append(text + "\n\t    " + text + "\n");
      kconfig.append("config N" + i + "\n\tbool\n\tselect S" + i + "\n\thelp\n\t  " + text);
      kconfig.append("\n\nsource \"none/" + text.replaceAll("[\\[\\]]", "") + "\"\n");
      kconfig.append("comment \"$(M" + i + ")\"\n" + "\n".repeat(12) + "endmenu\n");
    }
    Files.writeString(folder.resolve("Kconfig"), kconfig);
    return kconfig.toString();
  }

  private LspSession open(String text, String format) throws Exception {
    LspSession session = new LspSession();
    String formats = "{'contentFormat':['" + format + "']}";
    session.request(
        "initialize",
        "{'rootUri':'"
            + folder.toUri()
            + "','capabilities':{'textDocument':{'hover':"
            + formats
            + ",'completion':{'completionItem':{'documentationFormat':['"
            + format
            + "']}},'documentSymbol':{'hierarchicalDocumentSymbolSupport':true}}}}");
    session.notify("initialized", "{}");
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri());
    document.addProperty("languageId", "kconfig");
    document.addProperty("version", 1);
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    session.notify("textDocument/didOpen", params.toString());
    return session;
  }

  private String uri() {
    return folder.resolve("Kconfig").toUri().toString();
  }

  private String at(int line, int character) {
    return "{'textDocument':{'uri':'"
        + uri()
        + "'},'position':{'line':"
        + line
        + ",'character':"
        + character
        + "}}";
  }

  private static void isVisible(String what, JsonElement answer) {
    strings("", answer)
        .forEach(
            text ->
                assertThat(
                        text.codePoints()
                            .filter(HostileSessionTest::isHidden)
                            .mapToObj(Integer::toHexString))
                    .as(what + ": " + text)
                    .isEmpty());
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return (type == Character.CONTROL && c != '\n' && c != '\t')
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** The texts for people in a message. */
  private static Stream<String> strings(String key, JsonElement element) {
    if (element.isJsonObject()) {
      return element.getAsJsonObject().entrySet().stream()
          .flatMap(entry -> strings(entry.getKey(), entry.getValue()));
    }
    if (element.isJsonArray()) {
      return element.getAsJsonArray().asList().stream().flatMap(each -> strings(key, each));
    }
    boolean text = element instanceof JsonPrimitive value && value.isString();
    return text && !DATA.contains(key) ? Stream.of(element.getAsString()) : Stream.of();
  }

  @ParameterizedTest
  @ValueSource(strings = {"markdown", "plaintext"})
  void everythingIsVisible(String format) throws Exception {
    String text = tree();
    int lines = (int) text.lines().count();
    int entry = text.lines().toList().indexOf("config S0");
    try (LspSession session = open(text, format)) {
      isVisible(
          "diagnostics", session.diagnostics(uri(), d -> d.contains("default-type-mismatch")));
      for (int line = 0; line < lines; line++) {
        isVisible("hover", session.request("textDocument/hover", at(line, 8)));
        isVisible("signature", session.request("textDocument/signatureHelp", at(line, 14)));
      }
      String document = "'textDocument':{'uri':'" + uri() + "'}";
      String range = "'range':{'start':{'line':0,'character':0},'end':{'line':99,'character':0}}";
      List<List<String>> requests =
          List.of(
              List.of("textDocument/documentSymbol", "{" + document + "}"),
              List.of("textDocument/codeLens", "{" + document + "}"),
              List.of("textDocument/inlayHint", "{" + document + "," + range + "}"),
              List.of(
                  "textDocument/codeAction",
                  "{" + document + "," + range + ",'context':{'diagnostics':[]}}"),
              List.of("workspace/symbol", "{'query':'S'}"),
              List.of("textDocument/prepareCallHierarchy", at(entry, 8)),
              List.of("kconfig/menu", "{}"),
              List.of("kconfig/menuSearch", "{'query':'S'}"),
              List.of("kconfig/symbol", "{'symbol':'S0'}"),
              List.of("kconfig/graph", "{'symbol':'S0','format':'svg'}"),
              List.of("kconfig/status", "null"));
      for (List<String> request : requests) {
        JsonElement answer = session.answer(request.getFirst(), request.getLast());
        assertThat(answer.toString()).as(request.getFirst()).hasSizeGreaterThan(60);
        isVisible(request.getFirst(), answer);
      }
      JsonElement items = session.request("textDocument/completion", at(5, 12));
      isVisible("completion", items);
    }
  }

  @Test
  void errorsHaveNoLinksToCommands() throws Exception {
    String text = tree();
    try (LspSession session = open(text, "markdown")) {
      session.diagnostics(uri(), d -> d.contains("default-type-mismatch"));
      JsonObject answer =
          session.answer("kconfig/symbol", "{'symbol':'[x](command:evil)\\u001b[2J\\n'}");
      assertThat(answer.getAsJsonObject("error").get("message").getAsString())
          .contains("[x] (command:evil)\\x1b[2J\\x0a");
    }
  }
}
