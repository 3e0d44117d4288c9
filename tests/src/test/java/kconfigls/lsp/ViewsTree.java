package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small tree of Linux with two architectures, and sessions with the requests beyond the protocol.
 */
abstract class ViewsTree {
  static final String KCONFIG =
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

  @TempDir Path folder;

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

  String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  LspSession start(String options) throws Exception {
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
  LspSession ready(String options) throws Exception {
    LspSession session = start(options);
    session.request("kconfig/status", "null");
    session.notify("initialized", "{}");
    changed(session, status -> !status.get("indexing").getAsBoolean());
    return session;
  }

  static JsonObject changed(LspSession session, Predicate<JsonObject> wanted) throws Exception {
    return session
        .await(
            "status",
            m ->
                m.has("method")
                    && m.get("method").getAsString().equals("kconfig/statusChanged")
                    && wanted.test(m.getAsJsonObject("params")))
        .getAsJsonObject("params");
  }

  static JsonObject ask(LspSession session, String method, String params) throws Exception {
    return session.request("kconfig/" + method, params).getAsJsonObject();
  }

  /** Values are computed in the background: the same request until they are there. */
  static void awaitValues(LspSession session) throws Exception {
    ask(session, "menu", "{}");
    JsonObject status = ask(session, "status", "null");
    if (status.get("values").getAsString().equals("pending")) {
      changed(session, s -> !s.get("values").getAsString().equals("pending"));
    }
  }

  static String error(JsonObject answer) {
    JsonObject error = answer.getAsJsonObject("error");
    assertThat(error).as(answer.toString()).isNotNull();
    return error.get("code").getAsInt() + " " + error.get("message").getAsString();
  }

  static List<String> texts(JsonArray array, String key) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.getAsJsonObject().get(key).getAsString()));
    return texts;
  }
}
