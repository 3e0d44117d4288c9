package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each request of navigation once over the protocol; what they answer is tested as features. */
final class NavigationSessionTest {
  private static final String TEXT =
      """
      # One
      # two
      config FOO
      \tbool "Foo"
      config BAR
      \tbool "Bar" if FOO
      \tselect SUB
      \tdefault $(warning-if,y,text)
      source "sub/Kconfig"
      """;

  @TempDir private Path folder;
  private String uri = "";
  private LspSession session;

  @BeforeEach
  void open() throws Exception {
    Map<String, String> files =
        Map.of(
            "Kconfig",
            TEXT,
            "sub/Kconfig",
            "config SUB\n\tbool\n\tdepends on FOO\n",
            "sub/Makefile",
            "obj-$(CONFIG_FOO) += foo.o\n",
            "sub/foo.c",
            "#ifdef CONFIG_FOO_MODULE\n#endif\n",
            "configs/a_defconfig",
            "CONFIG_FOO=y\n");
    CheckedTree.write(folder, files, CheckedTree.charset(false));
    uri = folder.resolve("Kconfig").toUri().toString();
    session = new LspSession();
    String root = uri.substring(0, uri.lastIndexOf('/'));
    String params = "{'processId':null,'rootUri':'" + root + "','capabilities':{}}";
    JsonObject capabilities =
        session.request("initialize", params).getAsJsonObject().getAsJsonObject("capabilities");
    assertThat(capabilities.keySet())
        .contains(
            "referencesProvider",
            "implementationProvider",
            "documentHighlightProvider",
            "workspaceSymbolProvider",
            "foldingRangeProvider",
            "selectionRangeProvider",
            "semanticTokensProvider",
            "inlayHintProvider",
            "codeLensProvider",
            "signatureHelpProvider",
            "callHierarchyProvider",
            "renameProvider");
    session.notify("initialized", "{}");
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'"
            + uri
            + "','languageId':'kconfig','version':1,'text':"
            + new JsonPrimitive(TEXT)
            + "}}");
    session.diagnostics(uri, list -> list.contains("macro-message"));
  }

  @AfterEach
  void end() throws Exception {
    assertThat(session.end()).isZero();
    session.close();
  }

  private String document(String more) {
    return "{'textDocument':{'uri':'" + uri + "'}" + more + "}";
  }

  private String at(int line, int column, String more) {
    return document(",'position':{'line':" + line + ",'character':" + column + "}" + more);
  }

  @Test
  void referencesAndHighlights() throws Exception {
    String all =
        session
            .request("textDocument/references", at(2, 8, ",'context':{'includeDeclaration':true}"))
            .toString();
    assertThat(all).contains("sub/Kconfig", "\"line\":2,\"character\":7", "\"line\":5");
    JsonArray highlights =
        session.request("textDocument/documentHighlight", at(2, 8, "")).getAsJsonArray();
    assertThat(highlights).hasSize(2);
    assertThat(highlights.get(0).toString()).contains("\"kind\":3");
    assertThat(highlights.get(1).toString()).contains("\"kind\":2");
  }

  @Test
  void sourcesAreReferencesAndImplementations() throws Exception {
    String all =
        session
            .request("textDocument/references", at(2, 8, ",'context':{'includeDeclaration':false}"))
            .toString();
    assertThat(all).contains("sub/Makefile", "sub/foo.c", "configs/a_defconfig", "sub/Kconfig");
    JsonArray implementations =
        session.request("textDocument/implementation", at(2, 8, "")).getAsJsonArray();
    assertThat(implementations).hasSize(2);
    assertThat(implementations.get(0).toString())
        .contains("sub/Makefile", "\"line\":0,\"character\":6");
    assertThat(implementations.get(1).toString()).contains("sub/foo.c");
    assertThat(session.request("textDocument/implementation", at(0, 3, "")).getAsJsonArray())
        .isEmpty();
    assertThat(session.request("textDocument/codeLens", document("")).toString())
        .contains("2 references · used in 2 sources");
    assertThat(session.request("textDocument/hover", at(2, 8, "")).toString())
        .contains("References: 2 in Kconfig, 1 source, 1 configuration file");
  }

  @Test
  void lensesAndSourcesCanBeSwitchedOff() throws Exception {
    String references = at(2, 8, ",'context':{'includeDeclaration':false}");
    assertThat(session.request("textDocument/references", references).toString())
        .contains("Makefile");
    settings("{'codeLens':{'references':false}}");
    assertThat(session.request("textDocument/codeLens", document("")).toString())
        .contains("\"title\":\"used in 2 sources\"");
    settings("{'codeLens':{'sources':false},'sources':{'enabled':false}}");
    assertThat(session.request("textDocument/codeLens", document("")).toString())
        .contains("\"title\":\"2 references\"");
    assertThat(session.request("textDocument/references", references).toString())
        .contains("sub/Kconfig")
        .doesNotContain("Makefile", "defconfig");
    assertThat(session.request("textDocument/implementation", at(2, 8, "")).getAsJsonArray())
        .isEmpty();
    settings("{'codeLens':{'references':false,'selects':false,'sources':false}}");
    assertThat(session.request("textDocument/codeLens", document("")).getAsJsonArray()).isEmpty();
  }

  private void settings(String json) throws Exception {
    session.notify("workspace/didChangeConfiguration", "{'settings':{'kconfig':" + json + "}}");
  }

  @Test
  void whatIsAskedAfterShutdownIsRefused() throws Exception {
    session.request("shutdown", "null");
    JsonObject refused = session.answer("textDocument/hover", at(2, 8, ""));
    assertThat(refused.getAsJsonObject("error").get("code").getAsInt()).isEqualTo(-32600);
  }

  @Test
  void symbolsFoldingsSelectionsHintsAndLenses() throws Exception {
    String symbols = session.request("workspace/symbol", "{'query':'su'}").toString();
    assertThat(symbols).contains("\"name\":\"SUB\"", "sub/Kconfig");
    String foldings = session.request("textDocument/foldingRange", document("")).toString();
    assertThat(foldings).contains("\"kind\":\"comment\"", "\"startLine\":4,\"endLine\":7");
    String positions = ",'positions':[{'line':5,'character':16}]";
    JsonArray selections =
        session.request("textDocument/selectionRange", document(positions)).getAsJsonArray();
    assertThat(selections).hasSize(1);
    assertThat(selections.get(0).toString()).contains("\"parent\":{");
    String range = ",'range':{'start':{'line':0,'character':0},'end':{'line':8,'character':0}}";
    assertThat(session.request("textDocument/inlayHint", document(range)).isJsonArray()).isTrue();
    String lenses = session.request("textDocument/codeLens", document("")).toString();
    assertThat(lenses).contains("2 references", "kconfig.showReferences");
  }

  @Test
  void tokensWholeChangedAndOfARange() throws Exception {
    JsonObject full =
        session.request("textDocument/semanticTokens/full", document("")).getAsJsonObject();
    assertThat(full.getAsJsonArray("data").size() % 5).isZero();
    String id = full.get("resultId").getAsString();
    session.notify(
        "textDocument/didChange",
        "{'textDocument':{'uri':'"
            + uri
            + "','version':2},'contentChanges':[{'range':{'start':{'line':3,'character':0},"
            + "'end':{'line':3,'character':0}},'text':'# three\\n'}]}");
    JsonObject delta =
        session
            .request(
                "textDocument/semanticTokens/full/delta",
                document(",'previousResultId':'" + id + "'"))
            .getAsJsonObject();
    JsonArray edits = delta.getAsJsonArray("edits");
    assertThat(edits).hasSize(1);
    assertThat(edits.get(0).getAsJsonObject().getAsJsonArray("data").size()).isLessThan(15);
    String range = ",'range':{'start':{'line':2,'character':0},'end':{'line':3,'character':0}}";
    JsonObject part =
        session.request("textDocument/semanticTokens/range", document(range)).getAsJsonObject();
    assertThat(part.getAsJsonArray("data")).hasSize(10);
  }

  @Test
  void signaturesAndTheGraphOfDependencies() throws Exception {
    String signature = session.request("textDocument/signatureHelp", at(7, 26, "")).toString();
    assertThat(signature).contains("$(warning-if,condition,text)", "\"activeParameter\":1");
    JsonArray items =
        session.request("textDocument/prepareCallHierarchy", at(4, 8, "")).getAsJsonArray();
    assertThat(items).hasSize(1);
    String item = "{'item':" + items.get(0) + "}";
    String outgoing = session.request("callHierarchy/outgoingCalls", item).toString();
    assertThat(outgoing).contains("\"name\":\"SUB\"", "\"detail\":\"selects\"", "\"name\":\"FOO\"");
    JsonArray foo =
        session.request("textDocument/prepareCallHierarchy", at(2, 8, "")).getAsJsonArray();
    String incoming =
        session.request("callHierarchy/incomingCalls", "{'item':" + foo.get(0) + "}").toString();
    assertThat(incoming).contains("\"name\":\"BAR\"", "\"detail\":\"prompt if\"", "depends on");
  }

  @Test
  void formatting() throws Exception {
    session.notify(
        "textDocument/didChange",
        "{'textDocument':{'uri':'"
            + uri
            + "','version':2},'contentChanges':[{'range':{'start':{'line':3,'character':0},"
            + "'end':{'line':3,'character':6}},'text':'  bool  '}]}");
    String options = ",'options':{'tabSize':8,'insertSpaces':false}";
    String all = session.request("textDocument/formatting", document(options)).toString();
    assertThat(all).contains("\"newText\":\"\\t\"").doesNotContain("\"newText\":\" \"");
    String range = ",'range':{'start':{'line':3,'character':0},'end':{'line':3,'character':1}}";
    JsonArray some =
        session.request("textDocument/rangeFormatting", document(range + options)).getAsJsonArray();
    assertThat(some).hasSize(2);
    session.notify(
        "textDocument/didChange",
        "{'textDocument':{'uri':'"
            + uri
            + "','version':3},'contentChanges':[{'range':{'start':{'line':4,'character':10},"
            + "'end':{'line':4,'character':10}},'text':'\\n'}]}");
    String typed =
        session
            .request("textDocument/onTypeFormatting", at(5, 0, ",'ch':'\\n'" + options))
            .toString();
    assertThat(typed).contains("\"newText\":\"\\t\"");
  }

  @Test
  void formattingFollowsAnEditorConfig() throws Exception {
    Files.writeString(
        folder.resolve(".editorconfig"), "[Kconfig]\nindent_style = space\nindent_size = 3\n");
    String options = ",'options':{'tabSize':8,'insertSpaces':false}";
    String all = session.request("textDocument/formatting", document(options)).toString();
    assertThat(all).contains("\"newText\":\"   \"");
    String range = ",'range':{'start':{'line':3,'character':0},'end':{'line':3,'character':1}}";
    assertThat(
            session
                .request("textDocument/rangeFormatting", document(range + options))
                .getAsJsonArray())
        .hasSize(1);
  }

  @Test
  void renaming() throws Exception {
    String prepared = session.request("textDocument/prepareRename", at(2, 8, "")).toString();
    assertThat(prepared).contains("\"placeholder\":\"FOO\"");
    assertThat(session.request("textDocument/prepareRename", at(0, 3, "")).isJsonNull()).isTrue();
    String edit = session.request("textDocument/rename", at(2, 8, ",'newName':'BAZ'")).toString();
    assertThat(edit).contains("sub/Kconfig", "\"newText\":\"BAZ\"");
    JsonObject refused = session.answer("textDocument/rename", at(2, 8, ",'newName':'BAR'"));
    assertThat(refused.getAsJsonObject("error").get("message").getAsString())
        .isEqualTo("the symbol 'BAR' exists already");
  }
}
