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
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions with the requests beyond the protocol. */
final class ViewsSessionTest {
  private static final String KCONFIG =
      """
      config MODULES
      \tbool "Modules"
      \tmodules
      \tdefault y

      menu "Drivers"

      menuconfig USB
      \ttristate "USB support"
      \tdefault y
      \tselect CRC

      if USB

      config USB_HUB
      \tbool "Hubs <&>"
      \tdefault y

      endif

      endmenu

      config CRC
      \ttristate
      """;
  private static final String ARM = "config CPU_ARM\n\tbool \"ARM\"\n\tdefault y\n";
  private static final String X86 = "config CPU_X86\n\tbool \"x86\"\n\tdefault y\n";
  private static final String DEFCONFIG = "# for ARM\r\nCONFIG_USB=m\r\n";

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    Map<String, String> files =
        Map.of(
            "Kconfig",
            "source \"drivers/Kconfig\"\nsource \"arch/$(SRCARCH)/Kconfig\"\n",
            "Makefile",
            "VERSION = 6\nPATCHLEVEL = 12\n",
            "init/Kconfig",
            "",
            "scripts/kconfig/conf.c",
            "",
            "arch/arm/Kconfig",
            ARM,
            "arch/x86/Kconfig",
            X86,
            "arch/arm/configs/board_defconfig",
            DEFCONFIG,
            "drivers/Kconfig",
            KCONFIG);
    CheckedTree.write(folder, files, CheckedTree.charset(false));
  }

  private String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  private LspSession start(String options) throws Exception {
    LspSession session = new LspSession();
    session.request(
        "initialize",
        "{'processId':null,'rootUri':'"
            + folder.toUri()
            + "','capabilities':{'workspace':{'workspaceEdit':{'documentChanges':true}}}"
            + ",'initializationOptions':"
            + options
            + "}");
    return session;
  }

  /** A session whose projects are read. */
  private LspSession ready(String options) throws Exception {
    LspSession session = start(options);
    session.request("kconfig/status", "null");
    session.notify("initialized", "{}");
    changed(session, status -> !status.get("indexing").getAsBoolean());
    return session;
  }

  private static JsonObject changed(LspSession session, Predicate<JsonObject> wanted)
      throws Exception {
    return session
        .await(
            "status",
            m ->
                m.has("method")
                    && m.get("method").getAsString().equals("kconfig/statusChanged")
                    && wanted.test(m.getAsJsonObject("params")))
        .getAsJsonObject("params");
  }

  private static JsonObject ask(LspSession session, String method, String params) throws Exception {
    return session.request("kconfig/" + method, params).getAsJsonObject();
  }

  /** Values are computed in the background: the same request until they are there. */
  private static void awaitValues(LspSession session) throws Exception {
    ask(session, "menu", "{}");
    JsonObject status = ask(session, "status", "null");
    if (status.get("values").getAsString().equals("pending")) {
      changed(session, s -> !s.get("values").getAsString().equals("pending"));
    }
  }

  private static String error(JsonObject answer) {
    JsonObject error = answer.getAsJsonObject("error");
    assertThat(error).as(answer.toString()).isNotNull();
    return error.get("code").getAsInt() + " " + error.get("message").getAsString();
  }

  private static List<String> texts(JsonArray array, String key) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.getAsJsonObject().get(key).getAsString()));
    return texts;
  }

  @Test
  void beforeTheIndexIsReadyTheStatusSaysSo() throws Exception {
    try (LspSession session = start("{}")) {
      JsonObject status = ask(session, "status", "null");
      assertThat(status.get("indexing").getAsBoolean()).isTrue();
      assertThat(status.getAsJsonArray("projects")).isEmpty();
      for (String method :
          List.of("menu", "menuPath", "menuSearch", "symbol", "graph", "setValue")) {
        assertThat(error(session.answer("kconfig/" + method, "{'symbol':'USB'}")))
            .isEqualTo("-32803 the projects are still being read");
      }
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void aFolderWithoutKconfigHasNoProject() throws Exception {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    try (LspSession session = ready("{}")) {
      assertThat(ask(session, "status", "null").getAsJsonArray("projects")).isEmpty();
      assertThat(error(session.answer("kconfig/menu", "{}")))
          .isEqualTo("-32803 there is no Kconfig project");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void theProjectIsChosenByRequestSettingOrPlace() throws Exception {
    try (LspSession session = ready("{'arch':['arm']}")) {
      JsonObject status = ask(session, "status", "null");
      assertThat(texts(status.getAsJsonArray("projects"), "id")).containsExactly("x86", "arm");
      assertThat(status.get("active").getAsString()).isEqualTo("arm");
      assertThat(status.get("activeBy").getAsString()).isEqualTo("setting");
      assertThat(status.get("values").getAsString()).isEqualTo("none");
      status = ask(session, "choose", "{'project':'x86'}");
      assertThat(status.get("active").getAsString()).isEqualTo("x86");
      assertThat(status.get("activeBy").getAsString()).isEqualTo("request");
    }
    try (LspSession session = ready("{'configuration':'arch/arm/configs/board_defconfig'}")) {
      JsonObject status = ask(session, "status", "null");
      assertThat(status.get("active").getAsString()).isEqualTo("arm");
      assertThat(status.get("activeBy").getAsString()).isEqualTo("place");
      assertThat(status.get("configuration").getAsString())
          .isEqualTo(uri("arch/arm/configs/board_defconfig"));
      assertThat(status.get("configurationName").getAsString())
          .isEqualTo("arch/arm/configs/board_defconfig");
      JsonObject all = ask(session, "configurations", "{}");
      assertThat(texts(all.getAsJsonArray("configurations"), "name"))
          .containsExactly("arch/arm/configs/board_defconfig");
      assertThat(session.end()).isZero();
    }
  }

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
  void theMenuIsWalkedStepByStep() throws Exception {
    try (LspSession session = ready("{'configuration':'arch/arm/configs/board_defconfig'}")) {
      awaitValues(session);
      JsonArray top = ask(session, "menu", "{}").getAsJsonArray("nodes");
      assertThat(texts(top, "prompt")).containsExactly("Modules", "Drivers", "ARM");
      JsonObject drivers = top.get(1).getAsJsonObject();
      assertThat(drivers.get("hasChildren").getAsBoolean()).isTrue();
      JsonObject usb = below(session, drivers);
      assertThat(usb.get("symbol").getAsString()).isEqualTo("USB");
      assertThat(usb.get("value").getAsString()).isEqualTo("m");
      assertThat(usb.get("visible").getAsString()).isEqualTo("y");
      assertThat(usb.getAsJsonObject("location").get("uri").getAsString())
          .isEqualTo(uri("drivers/Kconfig"));
      assertThat(below(session, usb).get("prompt").getAsString()).isEqualTo("Hubs <&>");
      JsonArray path =
          ask(session, "menuPath", "{'symbol':'CONFIG_USB_HUB'}").getAsJsonArray("nodes");
      assertThat(texts(path, "prompt")).containsExactly("Drivers", "USB support", "Hubs <&>");
      String at =
          "{'textDocument':{'uri':'"
              + uri("drivers/Kconfig")
              + "'},'position':{'line':9,'character':1}}";
      assertThat(texts(ask(session, "menuPath", at).getAsJsonArray("nodes"), "prompt"))
          .containsExactly("Drivers", "USB support");
      assertThat(ask(session, "menuPath", "{'symbol':'CRC'}").getAsJsonArray("nodes")).isEmpty();
      JsonArray found = ask(session, "menuSearch", "{'query':'hub'}").getAsJsonArray("nodes");
      assertThat(texts(found, "symbol")).containsExactly("USB_HUB");
      assertThat(ask(session, "menuSearch", "{}").getAsJsonArray("nodes")).isEmpty();
      assertThat(session.end()).isZero();
    }
  }

  private static JsonObject below(LspSession session, JsonObject row) throws Exception {
    String node = row.get("node").getAsString();
    return ask(session, "menu", "{'node':'" + node + "'}")
        .getAsJsonArray("nodes")
        .get(0)
        .getAsJsonObject();
  }

  @Test
  void aSymbolLeadsToThoseAroundIt() throws Exception {
    try (LspSession session = ready("{'arch':['x86']}")) {
      JsonObject usb = ask(session, "symbol", "{'symbol':'USB'}");
      assertThat(usb.get("prompt").getAsString()).isEqualTo("USB support");
      assertThat(usb.has("value")).isFalse();
      assertThat(texts(usb.getAsJsonArray("groups"), "relation"))
          .containsExactly("selects", "neededBy");
      JsonObject crc = ask(session, "symbol", "{'symbol':'CRC','relation':'selectedBy'}");
      JsonObject link =
          crc.getAsJsonArray("groups")
              .get(0)
              .getAsJsonObject()
              .getAsJsonArray("links")
              .get(0)
              .getAsJsonObject();
      assertThat(link.get("symbol").getAsString()).isEqualTo("USB");
      assertThat(link.getAsJsonObject("location").toString()).contains("\"line\":10");
    }
  }

  @Test
  void aGraphIsThePictureOfTheCommandLine() throws Exception {
    try (LspSession session = ready("{'arch':['x86']}")) {
      JsonObject graph = ask(session, "graph", "{'symbol':'USB'}");
      assertThat(graph.get("text").getAsString())
          .startsWith("<svg ")
          .contains("data-symbol=\"USB_HUB\"", "Hubs &lt;&amp;&gt;");
      assertThat(texts(graph.getAsJsonArray("nodes"), "symbol"))
          .containsExactly("CRC", "USB", "USB_HUB");
      assertThat(ask(session, "graph", "{'symbol':'USB','format':'dot'}").get("text").getAsString())
          .startsWith("digraph \"USB\"");
    }
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("menu", "null", "-32602 no parameters"),
        Arguments.of("setValue", "null", "-32602 no parameters"),
        Arguments.of("menu", "{'project':'vax'}", "-32602 no project 'vax'"),
        Arguments.of("menu", "{'node':'7'}", "-32602 no menu entry '7'"),
        Arguments.of("menu", "{'node':'7.1'}", "-32801 the menu has changed"),
        Arguments.of("menuPath", "{}", "-32602 no symbol is named"),
        Arguments.of("symbol", "{'symbol':'NO'}", "-32602 no symbol 'NO' in x86"),
        Arguments.of("symbol", "{'symbol':'USB','relation':'x'}", "-32602 no relation 'x'"),
        Arguments.of("graph", "{'symbol':'NO'}", "-32602 no symbol 'NO' in x86"),
        Arguments.of("graph", "{'symbol':'USB','format':'png'}", "-32602 no format 'png'"),
        Arguments.of("choose", "{'project':'vax'}", "-32602 no project 'vax'"),
        Arguments.of("setValue", "{'symbol':'NO','value':'y'}", "-32602 no symbol 'NO' in x86"),
        Arguments.of(
            "setValue",
            "{'symbol':'USB','value':'x'}",
            "-32602 'x' is no value for the type tristate"),
        Arguments.of(
            "setValue", "{'symbol':'USB','value':'y'}", "-32803 no configuration is chosen"),
        Arguments.of(
            "setValue",
            "{'symbol':'USB','value':'y','configuration':'none.config'}",
            "-32803 cannot read the configuration: "));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatIsNotThereIsRefused(String method, String params, String error) throws Exception {
    try (LspSession session = ready("{'arch':['x86']}")) {
      assertThat(error(session.answer("kconfig/" + method, params))).startsWith(error);
    }
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

  @Test
  void anEditTellsAgain() throws Exception {
    try (LspSession session = ready("{'arch':['x86']}")) {
      String version = ask(session, "status", "null").get("version").getAsString();
      session.notify(
          "textDocument/didOpen",
          "{'textDocument':{'uri':'"
              + uri("drivers/Kconfig")
              + "','languageId':'kconfig','version':1,'text':"
              + new JsonPrimitive(KCONFIG + "\nconfig NEW\n\tbool \"New\"\n")
              + "}}");
      changed(session, status -> !status.get("version").getAsString().equals(version));
      JsonArray found = ask(session, "menuSearch", "{'query':'new'}").getAsJsonArray("nodes");
      assertThat(texts(found, "symbol").stream().collect(Collectors.joining())).isEqualTo("NEW");
    }
  }
}
