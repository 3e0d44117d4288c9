package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions that ask for the actions of findings and apply them. */
final class CodeActionsTest {
  private static final String TEXT =
      """
      config FOO
      \tbool "foo"
      \tdepends BAR
      \tdepends BAZ

      config BAR
      \tbool "bär"
      \tdepends on FOOO
      \tselect NO_SUCH

      config BAZ
      \tbool "baz"
      """;

  @TempDir private Path folder;
  private String uri = "";

  @BeforeEach
  void write() {
    CheckedTree.write(folder, Map.of("Kconfig", TEXT), CheckedTree.charset(false));
    uri = folder.resolve("Kconfig").toUri().toString();
  }

  private LspSession open(boolean lazy) throws Exception {
    LspSession session = new LspSession();
    String resolve = lazy ? ",'dataSupport':true,'resolveSupport':{'properties':['edit']}" : "";
    session.request(
        "initialize",
        "{'processId':null,'rootUri':'"
            + uri.substring(0, uri.lastIndexOf('/'))
            + "','capabilities':{'workspace':{'workspaceEdit':{'documentChanges':"
            + lazy
            + "}},'textDocument':{'codeAction':{'codeActionLiteralSupport':"
            + "{'codeActionKind':{'valueSet':['quickfix']}}"
            + resolve
            + "}}}}");
    session.notify("initialized", "{}");
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'"
            + uri
            + "','languageId':'kconfig','version':7,'text':"
            + new JsonPrimitive(TEXT)
            + "}}");
    session.diagnostics(uri, list -> list.contains("undefined-symbol"));
    return session;
  }

  private List<JsonObject> actions(LspSession session, int line, String only) throws Exception {
    String position = "{'line':" + line + ",'character':";
    JsonArray answer =
        session
            .request(
                "textDocument/codeAction",
                "{'textDocument':{'uri':'"
                    + uri
                    + "'},'range':{'start':"
                    + position
                    + "1},'end':"
                    + position
                    + "14}},'context':{'diagnostics':[]"
                    + (only.isEmpty() ? "" : ",'only':['" + only + "']")
                    + "}}")
            .getAsJsonArray();
    List<JsonObject> actions = new ArrayList<>();
    answer.forEach(action -> actions.add(action.getAsJsonObject()));
    return actions;
  }

  /** The actions as lines, {@code *} before the preferred one. */
  private static String titles(List<JsonObject> actions) {
    StringBuilder lines = new StringBuilder();
    for (JsonObject action : actions) {
      lines.append(action.has("isPreferred") ? "* " : "  ");
      lines.append(action.get("kind").getAsString()).append(": ");
      lines.append(action.get("title").getAsString()).append('\n');
    }
    return lines.toString();
  }

  /** The document after the edits of an action. */
  private String after(JsonObject action) {
    JsonObject edit = action.getAsJsonObject("edit");
    List<JsonObject> edits = new ArrayList<>();
    if (edit.has("documentChanges")) {
      JsonObject change = edit.getAsJsonArray("documentChanges").get(0).getAsJsonObject();
      assertThat(change.getAsJsonObject("textDocument").get("version").getAsInt()).isEqualTo(7);
      change.getAsJsonArray("edits").forEach(each -> edits.add(each.getAsJsonObject()));
    } else {
      edit.getAsJsonObject("changes")
          .getAsJsonArray(uri)
          .forEach(each -> edits.add(each.getAsJsonObject()));
    }
    edits.sort(Comparator.comparingInt(each -> -offset(each, "start")));
    StringBuilder text = new StringBuilder(TEXT);
    for (JsonObject each : edits) {
      text.replace(offset(each, "start"), offset(each, "end"), each.get("newText").getAsString());
    }
    return text.toString();
  }

  private static int offset(JsonObject edit, String end) {
    JsonObject position = edit.getAsJsonObject("range").getAsJsonObject(end);
    int offset = 0;
    for (int line = position.get("line").getAsInt(); line > 0; line--) {
      offset = TEXT.indexOf('\n', offset) + 1;
    }
    return offset + position.get("character").getAsInt();
  }

  @Test
  void offersTheFixesOfAFinding() throws Exception {
    try (LspSession session = open(false)) {
      List<JsonObject> typo = actions(session, 7, "quickfix");
      assertThat(titles(typo))
          .isEqualTo("  quickfix: Write `FOO`\n  quickfix: Ignore this `undefined-symbol`\n");
      assertThat(typo.getFirst().getAsJsonArray("diagnostics")).hasSize(1);
      assertThat(after(typo.getFirst())).isEqualTo(TEXT.replace("FOOO", "FOO"));
      List<JsonObject> missing = actions(session, 2, "");
      assertThat(titles(missing))
          .isEqualTo(
              """
              * quickfix: Write `depends on`
                quickfix: Ignore this `depends-without-on`
                quickfix: Fix all of `depends-without-on` in this file
                source.fixAll.kconfig-ls: Fix all that is safe to fix
                refactor.rewrite: Add a help text
              """);
      assertThat(after(missing.getFirst()))
          .isEqualTo(TEXT.replace("depends BAR", "depends on BAR"));
    }
  }

  @Test
  void makesTheEditWhenAnActionIsChosen() throws Exception {
    try (LspSession session = open(true)) {
      List<JsonObject> actions = actions(session, 8, "");
      assertThat(titles(actions))
          .isEqualTo(
              """
                quickfix: Delete the line
                quickfix: Ignore this `select-undefined`
                source.fixAll.kconfig-ls: Fix all that is safe to fix
                refactor.rewrite: Add a help text
              """);
      assertThat(actions.getFirst().has("edit")).isFalse();
      JsonElement line = session.request("codeAction/resolve", actions.getFirst().toString());
      assertThat(after(line.getAsJsonObject())).isEqualTo(TEXT.replace("\tselect NO_SUCH\n", ""));
      JsonElement ignored = session.request("codeAction/resolve", actions.get(1).toString());
      assertThat(after(ignored.getAsJsonObject()))
          .isEqualTo(
              TEXT.replace(
                  "\tselect NO_SUCH\n",
                  "\t# kconfig-ls: ignore[select-undefined]\n\tselect NO_SUCH\n"));
      JsonElement all = session.request("codeAction/resolve", actions.get(2).toString());
      // of the two in one entry the second waits
      assertThat(after(all.getAsJsonObject()))
          .isEqualTo(TEXT.replace("depends BAR", "depends on BAR"));
    }
  }

  @Test
  void answersOnlyTheKindsAskedFor() throws Exception {
    try (LspSession session = open(true)) {
      assertThat(titles(actions(session, 0, "quickfix"))).isEmpty();
      assertThat(titles(actions(session, 0, "source")))
          .isEqualTo("  source.fixAll.kconfig-ls: Fix all that is safe to fix\n");
      assertThat(titles(actions(session, 2, "refactor")))
          .isEqualTo("  refactor.rewrite: Add a help text\n");
      assertThat(titles(actions(session, 2, "refactor.inline"))).isEmpty();
    }
  }

  @Test
  void refactoringsAreForTheTextThatTheyWereOfferedFor() throws Exception {
    try (LspSession session = open(true)) {
      JsonObject action = actions(session, 2, "refactor").getFirst();
      assertThat(action.has("edit")).isFalse();
      JsonElement resolved = session.request("codeAction/resolve", action.toString());
      assertThat(after(resolved.getAsJsonObject()))
          .isEqualTo(
              TEXT.replace(
                  "\tdepends BAZ\n",
                  "\tdepends BAZ\n\thelp\n\t  What FOO is for, and who needs it.\n"));
      session.notify(
          "textDocument/didChange",
          "{'textDocument':{'uri':'"
              + uri
              + "','version':8},'contentChanges':[{'range':{'start':{'line':0,'character':0},"
              + "'end':{'line':0,'character':0}},'text':'#\\n'}]}");
      JsonElement late = session.request("codeAction/resolve", action.toString());
      assertThat(late.getAsJsonObject().has("edit")).isFalse();
    }
  }
}
