package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that rename a symbol in a whole tree. */
final class RenameSessionTest {
  private static final String TEXT =
      "config FOO\n\ttristate \"foo\"\n\nconfig BAR\n\tbool\n\tselect NO_SUCH\n";
  private static final String ASKS =
      "'workspaceEdit':{'documentChanges':true,"
          + "'changeAnnotationSupport':{'groupsOnLabel':true}}";
  private static final String RENAME =
      "{'textDocument':{'uri':'%s'},'position':{'line':0,'character':8},'newName':'%s'}";

  @TempDir private Path folder;
  private String uri = "";

  @BeforeEach
  void write() {
    Map<String, String> files =
        Map.of(
            "Kconfig", TEXT,
            "Makefile", "obj-$(CONFIG_FOO) += foo.o\n",
            "foo.c", "int é = IS_ENABLED(CONFIG_FOO) + IS_ENABLED(CONFIG_FOO_MODULE);\n",
            "scripts/kconfig/zconf.tab.c", "");
    CheckedTree.write(folder, files, CheckedTree.charset(false));
    uri = folder.resolve("Kconfig").toUri().toString();
  }

  private LspSession open(String workspace) throws Exception {
    LspSession session = new LspSession();
    session.request(
        "initialize",
        "{'processId':null,'rootUri':'"
            + uri.substring(0, uri.lastIndexOf('/'))
            + "','capabilities':{'window':{'workDoneProgress':true},'workspace':{"
            + workspace
            + "}}}");
    session.notify("initialized", "{}");
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'"
            + uri
            + "','languageId':'kconfig','version':7,'text':"
            + new JsonPrimitive(TEXT)
            + "}}");
    session.diagnostics(uri, list -> list.contains("select-undefined"));
    return session;
  }

  private JsonObject rename(LspSession session, String name) throws Exception {
    return session.request("textDocument/rename", RENAME.formatted(uri, name)).getAsJsonObject();
  }

  @Test
  void asksAboutEachPlaceOutsideKconfig() throws Exception {
    try (LspSession session = open(ASKS)) {
      JsonObject edit = rename(session, "NEW");
      assertThat(edit.get("documentChanges").getAsJsonArray().toString())
          .isEqualTo(
              ("[{'textDocument':{'version':7,'uri':'%1$s/Kconfig'},'edits':["
                      + edit(7, 10, "NEW", "")
                      + "]},{'textDocument':{'version':null,'uri':'%1$s/Makefile'},'edits':["
                      + edit(13, 16, "NEW", "build")
                      + "]},{'textDocument':{'version':null,'uri':'%1$s/foo.c'},'edits':["
                      + edit(26, 29, "NEW", "code")
                      + ","
                      + edit(51, 61, "NEW_MODULE", "code")
                      + "]}]")
                  .formatted(uri.substring(0, uri.lastIndexOf('/')))
                  .replace('\'', '"'));
      JsonObject build = edit.getAsJsonObject("changeAnnotations").getAsJsonObject("build");
      assertThat(build.get("label").getAsString()).isEqualTo("Build files");
      assertThat(build.get("needsConfirmation").getAsBoolean()).isTrue();
      session.await("progress", m -> m.toString().contains("Reading the sources"));
    }
  }

  private static String edit(int start, int end, String text, String annotation) {
    return "{"
        + (annotation.isEmpty() ? "" : "'annotationId':'" + annotation + "',")
        + "'range':{'start':{'line':0,'character':"
        + start
        + "},'end':{'line':0,'character':"
        + end
        + "}},'newText':'"
        + text
        + "'}";
  }

  @Test
  void tellsAClientThatCannotAskWhatIsLeft() throws Exception {
    try (LspSession session = open("'workspaceEdit':{}")) {
      JsonObject edit = rename(session, "NEW");
      assertThat(edit.getAsJsonObject("changes").keySet()).containsExactly(uri);
      JsonObject message =
          session.await("message", m -> m.toString().contains("window/showMessage"));
      assertThat(message.getAsJsonObject("params").get("message").getAsString())
          .isEqualTo(
              "Only Kconfig was changed, because this editor cannot ask about other places one by"
                  + " one. The old name still stands in 3 places of "
                  + folder.toRealPath().resolve("Makefile")
                  + " "
                  + folder.toRealPath().resolve("foo.c"));
    }
  }

  @Test
  void seesWhatHasChangedOnDisk() throws Exception {
    try (LspSession session = open(ASKS)) {
      rename(session, "NEW");
      Files.writeString(folder.resolve("foo.c"), "\nint foo;\n");
      Files.writeString(folder.resolve("a.c"), "\nint x = CONFIG_TAKEN;\n");
      assertThat(rename(session, "NEW").toString()).doesNotContain("foo.c").contains("Makefile");
      String refused =
          session.answer("textDocument/rename", RENAME.formatted(uri, "TAKEN")).toString();
      assertThat(refused).contains("'TAKEN' is used already at a.c:2");
      Files.delete(folder.resolve("a.c"));
      assertThat(rename(session, "TAKEN").toString()).contains("Makefile");
    }
  }

  @Test
  void changesTheEditorsTextOfASource() throws Exception {
    try (LspSession session = open(ASKS)) {
      session.notify(
          "textDocument/didOpen",
          "{'textDocument':{'uri':'"
              + uri.replace("Kconfig", "foo.c")
              + "','languageId':'c','version':1,'text':'int b = IS_ENABLED(CONFIG_FOO);'}}");
      assertThat(rename(session, "NEW").get("documentChanges").toString())
          .contains(
              ("{'textDocument':{'version':1,'uri':'%s'},'edits':[" + edit(26, 29, "NEW", "code"))
                  .formatted(uri.replace("Kconfig", "foo.c"))
                  .replace('\'', '"'));
    }
  }
}
