package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Sessions about the values under a chosen configuration. */
final class ValuesSessionTest extends ViewsTree {
  private String hover(LspSession session, String file, int line, int column) throws Exception {
    JsonElement hover =
        session.request(
            "textDocument/hover",
            "{'textDocument':{'uri':'"
                + uri(file)
                + "'},'position':{'line':"
                + line
                + ",'character':"
                + column
                + "}}");
    return hover.getAsJsonObject().getAsJsonObject("contents").get("value").getAsString();
  }

  @Test
  void aHoverTellsTheValueUnderTheChosenConfiguration() throws Exception {
    try (LspSession session = ready("{}")) {
      assertThat(hover(session, "drivers/Kconfig", 7, 12)).doesNotContain("Value");
      ask(session, "choose", "{'configuration':'arch/arm/configs/board_defconfig'}");
      awaitValues(session);
      assertThat(hover(session, "drivers/Kconfig", 7, 12))
          .startsWith(
              "Value in arm with arch/arm/configs/board_defconfig: m – set in board_defconfig:2");
      assertThat(hover(session, "arch/arm/Kconfig", 0, 8)).contains("Value in arm");
      assertThat(hover(session, "arch/x86/Kconfig", 0, 8)).doesNotContain("Value");
      ask(session, "choose", "{}");
      assertThat(hover(session, "drivers/Kconfig", 7, 12)).doesNotContain("Value");
    }
  }

  private String hints(LspSession session) throws Exception {
    return session
        .request(
            "textDocument/inlayHint",
            "{'textDocument':{'uri':'"
                + uri("drivers/Kconfig")
                + "'},'range':{'start':{'line':0,'character':0},'end':{'line':22,'character':0}}}")
        .toString();
  }

  @Test
  void hintsShowTheValuesUnlessTheyAreSwitchedOff() throws Exception {
    try (LspSession session = ready("{}")) {
      assertThat(hints(session)).doesNotContain(" = ");
      ask(session, "choose", "{'configuration':'arch/arm/configs/board_defconfig'}");
      awaitValues(session);
      assertThat(hints(session)).contains("\" = m\"", "\" counts\"", "set in board_defconfig:2");
      session.notify(
          "workspace/didChangeConfiguration",
          "{'settings':{'kconfig':{'inlayHints':{'values':false}}}}");
      assertThat(hints(session)).doesNotContain(" = ", " counts");
    }
  }

  /** Those of all architectures take a minute on Linux, and say nothing about the chosen one. */
  @Test
  void ofATreeWithArchitecturesTheCommandsOfTheChosenOneRun() throws Exception {
    Files.writeString(
        folder.resolve("arch/x86/Kconfig"),
        "config CPU_X86\n\tdef_bool $(shell,echo x86 >>ran; echo y)\n");
    Files.writeString(
        folder.resolve("arch/arm/Kconfig"),
        "config CPU_ARM\n\tdef_bool $(shell,echo arm >>ran; echo y)\n");
    Path ran = folder.resolve("ran");
    try (LspSession session = ready("{'allowShell':true,'arch':['arm']}")) {
      assertThat(ran).hasContent("arm");
      ask(session, "choose", "{'configuration':'arch/arm/configs/board_defconfig'}");
      ask(session, "choose", "{'project':'x86'}");
      for (int i = 0; i < 200 && !Files.readString(ran).contains("x86"); i++) {
        Thread.sleep(50);
      }
      assertThat(ran).hasContent("arm\nx86");
    }
  }

  @Test
  void valuesFollowTheTextInTheEditorAndOnDisk() throws Exception {
    String file = "arch/arm/configs/board_defconfig";
    try (LspSession session = ready("{'configuration':'" + file + "'}")) {
      awaitValues(session);
      assertThat(value(session)).isEqualTo("m");
      session.notify(
          "textDocument/didOpen",
          "{'textDocument':{'uri':'"
              + uri(file)
              + "','languageId':'kconfig-config','version':1,'text':"
              + new JsonPrimitive("# CONFIG_USB is not set\n")
              + "}}");
      awaitValues(session);
      assertThat(value(session)).isEqualTo("n");
      session.notify("textDocument/didClose", "{'textDocument':{'uri':'" + uri(file) + "'}}");
      Files.writeString(folder.resolve(file), "CONFIG_USB=y\nCONFIG_MODULES=y\n");
      awaitValues(session);
      assertThat(value(session)).isEqualTo("y");
      Files.delete(folder.resolve(file));
      awaitValues(session);
      JsonObject status = ask(session, "status", "null");
      assertThat(status.get("values").getAsString()).isEqualTo("failed");
      assertThat(status.get("message").getAsString()).contains("does not exist");
    }
  }

  @Test
  void anEditOfTheConfigurationIsToldOfWithItsValues() throws Exception {
    String file = "arch/arm/configs/board_defconfig";
    try (LspSession session = ready("{'configuration':'" + file + "'}")) {
      awaitValues(session);
      session.forget();
      session.notify(
          "textDocument/didOpen",
          "{'textDocument':{'uri':'"
              + uri(file)
              + "','languageId':'kconfig-config','version':1,'text':'CONFIG_USB=y'}}");
      changed(session, status -> status.get("values").getAsString().equals("ready"));
      assertThat(value(session)).isEqualTo("y");
      session.notify("textDocument/didClose", "{'textDocument':{'uri':'" + uri(file) + "'}}");
      changed(session, status -> status.get("values").getAsString().equals("ready"));
      Files.writeString(folder.resolve(file), "# CONFIG_USB is not set");
      session.notify(
          "workspace/didChangeWatchedFiles", "{'changes':[{'uri':'" + uri(file) + "','type':2}]}");
      changed(session, status -> status.get("values").getAsString().equals("ready"));
      assertThat(value(session)).isEqualTo("n");
    }
  }

  private static String value(LspSession session) throws Exception {
    return ask(session, "symbol", "{'symbol':'USB'}").get("value").getAsString();
  }

  @Test
  void aValueIsPreviewedAndSetOnRequestOnly() throws Exception {
    String file = "arch/arm/configs/board_defconfig";
    try (LspSession session = ready("{'configuration':'" + file + "'}")) {
      JsonObject change = ask(session, "setValue", "{'symbol':'CONFIG_USB','value':'n'}");
      assertThat(change.get("from").getAsString()).isEqualTo("m");
      assertThat(change.get("result").getAsString()).isEqualTo("n");
      assertThat(change.get("reached").getAsBoolean()).isTrue();
      assertThat(texts(change.getAsJsonArray("changes"), "symbol"))
          .containsExactly("USB_HUB", "CRC");
      assertThat(change.has("applied")).isFalse();
      JsonObject edit = edits(change).get(0).getAsJsonObject();
      assertThat(edit.get("newText").getAsString()).isEqualTo("# CONFIG_USB is not set");
      assertThat(edit.get("range").toString())
          .isEqualTo(
              "{\"start\":{\"line\":1,\"character\":0},\"end\":{\"line\":1,\"character\":12}}");
      change = ask(session, "setValue", "{'symbol':'USB_HUB','value':'n'}");
      assertThat(edits(change).get(0).getAsJsonObject().get("newText").getAsString())
          .isEqualTo("# CONFIG_USB_HUB is not set\r\n");
      change = ask(session, "setValue", "{'symbol':'CRC','value':'n'}");
      assertThat(change.get("reached").getAsBoolean()).isFalse();
      assertThat(texts(change.getAsJsonArray("obstacles"), "kind"))
          .containsExactly("noPrompt", "select");
      change = ask(session, "setValue", "{'symbol':'USB','value':'m','apply':true}");
      assertThat(change.has("edit")).isFalse();
      assertThat(change.get("applied").getAsBoolean()).isTrue();
      change = ask(session, "setValue", "{'symbol':'USB','value':'y','apply':true}");
      assertThat(change.get("applied").getAsBoolean()).isFalse(); // this client applies nothing
      session.await(
          "edit",
          m -> m.has("method") && m.get("method").getAsString().equals("workspace/applyEdit"));
    }
  }

  private static JsonArray edits(JsonObject change) {
    return change
        .getAsJsonObject("edit")
        .getAsJsonArray("documentChanges")
        .get(0)
        .getAsJsonObject()
        .getAsJsonArray("edits");
  }
}
