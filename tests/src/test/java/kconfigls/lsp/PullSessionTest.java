package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions of clients that ask for diagnostics, take long answers in parts, and refresh. */
final class PullSessionTest {
  private static final String ROOT =
      "config A\n\tbool \"a\"\n\tdepends on NO_A\n\nsource \"sub\"\n";
  private static final String SUB = "config B\n\tbool \"b\"\n\tdepends on NO_B\n";

  @TempDir private Path folder;
  private String uri = "";
  private String sub = "";

  @BeforeEach
  void write() {
    CheckedTree.write(folder, Map.of("Kconfig", ROOT, "sub", SUB), CheckedTree.charset(false));
    uri = folder.resolve("Kconfig").toUri().toString();
    sub = folder.resolve("sub").toUri().toString();
  }

  private LspSession open() throws Exception {
    LspSession session = new LspSession();
    JsonElement answer =
        session.request(
            "initialize",
            "{'processId':null,'rootUri':'"
                + uri.substring(0, uri.lastIndexOf('/'))
                + "','capabilities':{'textDocument':{'diagnostic':{}},'workspace':{"
                + "'diagnostics':{'refreshSupport':true},'codeLens':{'refreshSupport':true}}}}");
    JsonObject provider =
        answer
            .getAsJsonObject()
            .getAsJsonObject("capabilities")
            .getAsJsonObject("diagnosticProvider");
    assertThat(provider.get("workspaceDiagnostics").getAsBoolean()).isTrue();
    session.notify("initialized", "{}");
    open(session, uri, ROOT);
    session.await("refresh", m -> isCall(m, "workspace/codeLens/refresh"));
    session.await("refresh", m -> isCall(m, "workspace/diagnostic/refresh"));
    return session;
  }

  private static boolean isCall(JsonObject message, String method) {
    return message.has("method") && message.get("method").getAsString().equals(method);
  }

  private static void open(LspSession session, String uri, String text) throws Exception {
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'"
            + uri
            + "','languageId':'kconfig','version':1,'text':"
            + new JsonPrimitive(text)
            + "}}");
  }

  private JsonObject pull(LspSession session, String previous) throws Exception {
    String id = previous.isEmpty() ? "" : ",'previousResultId':'" + previous + "'";
    String params = "{'textDocument':{'uri':'" + uri + "'}" + id + "}";
    return session.request("textDocument/diagnostic", params).getAsJsonObject();
  }

  /** The reports of the workspace as {@code name kind codes}. */
  private static List<String> reports(JsonElement answer) {
    List<String> lines = new ArrayList<>();
    for (JsonElement item : answer.getAsJsonObject().getAsJsonArray("items")) {
      JsonObject report = item.getAsJsonObject();
      String name = report.get("uri").getAsString().replaceAll(".*/", "");
      StringBuilder line = new StringBuilder(name + " " + report.get("kind").getAsString());
      if (report.has("items")) {
        for (JsonElement each : report.getAsJsonArray("items")) {
          line.append(' ').append(each.getAsJsonObject().get("code").getAsString());
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  @Test
  void aDocumentThatDidNotChangeIsNotAnsweredTwice() throws Exception {
    try (LspSession session = open()) {
      JsonObject first = pull(session, "");
      assertThat(first.get("kind").getAsString()).isEqualTo("full");
      assertThat(first.getAsJsonArray("items")).hasSize(1);
      String id = first.get("resultId").getAsString();
      JsonObject second = pull(session, id);
      assertThat(second.get("kind").getAsString()).isEqualTo("unchanged");
      assertThat(second.get("resultId").getAsString()).isEqualTo(id);
    }
  }

  @Test
  void theWorkspaceIsReportedWithoutWhatTheClientHas() throws Exception {
    try (LspSession session = open()) {
      JsonElement all = session.request("workspace/diagnostic", "{'previousResultIds':[]}");
      assertThat(reports(all))
          .containsExactly("Kconfig full undefined-symbol", "sub full undefined-symbol");
      JsonArray ids = new JsonArray();
      for (JsonElement item : all.getAsJsonObject().getAsJsonArray("items")) {
        JsonObject id = new JsonObject();
        id.add("uri", item.getAsJsonObject().get("uri"));
        id.add("value", item.getAsJsonObject().get("resultId"));
        ids.add(id);
      }
      open(session, sub, SUB.replace("NO_B", "A"));
      session.await("refresh", m -> isCall(m, "workspace/diagnostic/refresh"));
      assertThat(
              reports(session.request("workspace/diagnostic", "{'previousResultIds':" + ids + "}")))
          .containsExactly("Kconfig unchanged", "sub full");
    }
  }

  @Test
  void longAnswersComeInParts() throws Exception {
    try (LspSession session = open()) {
      String params = "{'query':'','partialResultToken':'parts'}";
      assertThat(session.request("workspace/symbol", params).getAsJsonArray()).isEmpty();
      JsonObject part = session.await("a part", m -> isCall(m, "$/progress"));
      assertThat(part.getAsJsonObject("params").get("token").getAsString()).isEqualTo("parts");
      assertThat(part.getAsJsonObject("params").getAsJsonArray("value")).hasSize(2);
    }
  }
}
