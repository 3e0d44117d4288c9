package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions with the requests beyond the protocol. */
final class ViewsSessionTest extends ViewsTree {
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
        Arguments.of("menu", "null", "-32602 kconfig/menu: its parameters are missing"),
        Arguments.of("setValue", "null", "-32602 kconfig/setValue: its parameters are missing"),
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
