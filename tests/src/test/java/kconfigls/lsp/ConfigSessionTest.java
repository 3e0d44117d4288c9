package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kconfigls.harness.CheckedTree;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sessions with configuration files and sources beside Kconfig files. */
final class ConfigSessionTest {
  private static final String KCONFIG =
      """
      config MODULES
      \tbool "Modules"
      \tmodules

      config USB
      \ttristate "USB"
      \tdefault y

      config USB_TIMEOUT
      \tint "Timeout"
      \tdefault 5
      """;
  private static final String ARM = "config CPU_ARM\n\tbool \"ARM\"\n";
  private static final String X86 = "config CPU_X86\n\tbool \"x86\"\n";

  @TempDir private Path folder;

  @BeforeEach
  void write() {
    Map<String, String> files =
        Map.of(
            "Kconfig", "source \"drivers/Kconfig\"\nsource \"arch/$(SRCARCH)/Kconfig\"\n",
            "Makefile", "VERSION = 6\nPATCHLEVEL = 12\n",
            "init/Kconfig", "",
            "scripts/kconfig/conf.c", "",
            "arch/arm/Kconfig", ARM,
            "arch/x86/Kconfig", X86,
            "drivers/Kconfig", KCONFIG);
    CheckedTree.write(folder, files, CheckedTree.charset(false));
  }

  private String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  private LspSession start(String capabilities) throws Exception {
    LspSession session = new LspSession();
    session.request(
        "initialize",
        "{'processId':null,'rootUri':'"
            + folder.toUri()
            + "','capabilities':"
            + capabilities
            + ",'initializationOptions':{'sources':{'enabled':true}}}");
    session.notify("initialized", "{}");
    return session;
  }

  private static final String ALL =
      "{'textDocument':{'publishDiagnostics':{'versionSupport':true},"
          + "'codeAction':{'codeActionLiteralSupport':{'codeActionKind':{'valueSet':[]}}}},"
          + "'workspace':{'workspaceEdit':{'documentChanges':true}}}";

  private void open(LspSession session, String file, String language, String text)
      throws Exception {
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'"
            + uri(file)
            + "','languageId':'"
            + language
            + "','version':1,'text':"
            + new JsonPrimitive(text)
            + "}}");
  }

  private void change(LspSession session, String file, int version, String range, String text)
      throws Exception {
    session.notify(
        "textDocument/didChange",
        "{'textDocument':{'uri':'"
            + uri(file)
            + "','version':"
            + version
            + "},'contentChanges':[{"
            + range
            + "'text':"
            + new JsonPrimitive(text)
            + "}]}");
  }

  private String at(String file, int line, int column) {
    return "{'textDocument':{'uri':'"
        + uri(file)
        + "'},'context':{'includeDeclaration':true,'triggerKind':1},'position':{'line':"
        + line
        + ",'character':"
        + column
        + "}}";
  }

  private static String range(int line, int start, int end) {
    return "'range':{'start':{'line':"
        + line
        + ",'character':"
        + start
        + "},'end':{'line':"
        + line
        + ",'character':"
        + end
        + "}}";
  }

  @Test
  void aSymbolDefinedInAnUnsavedFileIsKnown() throws Exception {
    try (LspSession session = start(ALL)) {
      String file = "arch/arm/configs/board_defconfig";
      open(session, file, "kconfig-config", "CONFIG_USB=m\nCONFIG_NEW=y\n");
      JsonObject params =
          session
              .diagnostics(uri(file), list -> list.contains("conf-unknown-symbol"))
              .getAsJsonObject("params");
      assertThat(params.get("version").getAsInt()).isEqualTo(1);
      assertThat(params.getAsJsonArray("diagnostics").toString()).contains("CONFIG_NEW");
      open(session, "drivers/Kconfig", "kconfig", KCONFIG);
      change(session, "drivers/Kconfig", 2, "", KCONFIG + "\nconfig NEW\n\tbool \"New\"\n");
      session.diagnostics(uri(file), list -> !list.contains("conf-unknown-symbol"));
      change(session, "drivers/Kconfig", 3, "", KCONFIG);
      session.diagnostics(uri(file), list -> list.contains("conf-unknown-symbol"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void theFolderTellsTheArchitecture() throws Exception {
    try (LspSession session = start(ALL)) {
      String text = "CONFIG_CPU_ARM=y\nCONFIG_CPU_X86=y\n";
      open(session, "arch/arm/configs/a_defconfig", "kconfig-config", text);
      JsonArray arm =
          session
              .diagnostics(uri("arch/arm/configs/a_defconfig"), list -> list.length() > 2)
              .getAsJsonObject("params")
              .getAsJsonArray("diagnostics");
      assertThat(arm).hasSize(1);
      assertThat(arm.toString()).contains("CONFIG_CPU_X86", "it is in x86");
      // what holds in one of them only is not said; eglot calls all documents by one language
      open(session, "kernel/configs/any.config", "kconfig", text + "CONFIG_NONE=y\n");
      JsonArray any =
          session
              .diagnostics(uri("kernel/configs/any.config"), list -> list.length() > 2)
              .getAsJsonObject("params")
              .getAsJsonArray("diagnostics");
      assertThat(any).hasSize(1);
      assertThat(any.toString()).contains("CONFIG_NONE");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void editsAreFollowedAndCommentsSuppress() throws Exception {
    try (LspSession session = start(ALL)) {
      String file = ".config";
      open(session, file, "", "CONFIG_USB=y\n");
      session.diagnostics(uri(file), list -> true);
      change(session, file, 2, range(0, 7, 10) + ",", "ÜSB");
      change(session, file, 3, range(0, 7, 10) + ",", "USBX");
      JsonObject params =
          session
              .diagnostics(uri(file), list -> list.contains("CONFIG_USBX"))
              .getAsJsonObject("params");
      assertThat(params.get("version").getAsInt()).isEqualTo(3);
      change(session, file, 4, range(0, 0, 0) + ",", "# kconfig-ls: ignore[conf-unknown-symbol]\n");
      JsonObject none =
          session.diagnostics(uri(file), list -> list.equals("[]")).getAsJsonObject("params");
      assertThat(none.get("version").getAsInt()).isEqualTo(4);
      change(session, file, 5, "", "CONFIG_USB_TIMEOUT=x\n");
      session.diagnostics(uri(file), list -> list.contains("conf-invalid-value"));
      session.notify("textDocument/didClose", "{'textDocument':{'uri':'" + uri(file) + "'}}");
      session.diagnostics(uri(file), list -> list.equals("[]"));
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void findingsHaveTheirFixes() throws Exception {
    try (LspSession session = start(ALL)) {
      String file = "my_defconfig";
      open(session, file, "kconfig-config", "CONFIG_USB_TIMOUT=7\n");
      session.diagnostics(uri(file), list -> list.contains("conf-unknown-symbol"));
      JsonArray actions =
          session
              .request(
                  "textDocument/codeAction",
                  "{'textDocument':{'uri':'"
                      + uri(file)
                      + "'},"
                      + range(0, 3, 3)
                      + ",'context':{'diagnostics':[]}}")
              .getAsJsonArray();
      assertThat(actions.toString())
          .contains("Replace by 'CONFIG_USB_TIMEOUT'", "CONFIG_USB_TIMEOUT=7", "\"version\":1")
          .contains("Ignore this `conf-unknown-symbol`")
          .contains("# kconfig-ls: ignore[conf-unknown-symbol]\\n");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void clientsThatAskGetDiagnostics() throws Exception {
    try (LspSession session = start("{'textDocument':{'diagnostic':{}}}")) {
      open(session, "my_defconfig", "kconfig-config", "CONFIG_NO=y\n");
      String request = "{'textDocument':{'uri':'" + uri("my_defconfig") + "'}}";
      String answer = "";
      for (int i = 0; i < 100 && !answer.contains("conf-unknown-symbol"); i++) {
        Thread.sleep(50);
        answer = session.request("textDocument/diagnostic", request).toString();
      }
      assertThat(answer).contains("conf-unknown-symbol");
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void namesInConfigurationsAndSourcesLeadToKconfig() throws Exception {
    try (LspSession session = start(ALL)) {
      open(session, "my_defconfig", "kconfig-config", "CONFIG_USB=m\n");
      open(session, "drivers/usb.c", "c", "#ifdef CONFIG_USB\nint a;\n#endif\nint CONFIG_US;\n");
      session.diagnostics(uri("my_defconfig"), list -> true);
      String hover = session.request("textDocument/hover", at("my_defconfig", 0, 8)).toString();
      assertThat(hover).contains("USB – tristate");
      assertThat(session.request("textDocument/hover", at("drivers/usb.c", 0, 8)).toString())
          .contains("USB – tristate");
      assertThat(session.request("textDocument/hover", at("drivers/usb.c", 1, 1)).isJsonNull())
          .isTrue();
      JsonElement definition =
          session.request("textDocument/definition", at("drivers/usb.c", 0, 8));
      assertThat(definition.toString()).contains("drivers/Kconfig", "\"line\":4");
      JsonElement references = session.request("textDocument/references", at("my_defconfig", 0, 8));
      assertThat(references.toString()).contains("drivers/Kconfig", "my_defconfig", "usb.c");
      JsonObject list =
          session.request("textDocument/completion", at("drivers/usb.c", 3, 13)).getAsJsonObject();
      assertThat(list.toString()).contains("CONFIG_USB_TIMEOUT", "int – Timeout");
      JsonObject first = list.getAsJsonArray("items").get(0).getAsJsonObject();
      JsonElement resolved = session.request("completionItem/resolve", first.toString());
      assertThat(resolved.toString()).contains("USB – tristate");
      String symbols =
          session
              .request(
                  "textDocument/documentSymbol",
                  "{'textDocument':{'uri':'" + uri("my_defconfig") + "'}}")
              .toString();
      assertThat(symbols).contains("CONFIG_USB", "\"detail\":\"m\"");
      // what is for Kconfig files only
      String formatted =
          session
              .request(
                  "textDocument/formatting",
                  "{'textDocument':{'uri':'"
                      + uri("drivers/usb.c")
                      + "'},'options':{'tabSize':8,'insertSpaces':false}}")
              .toString();
      assertThat(formatted).isEqualTo("[]");
      // this client cannot be asked about other places than those in Kconfig
      String renamed = session.request("textDocument/rename", rename("drivers/usb.c")).toString();
      assertThat(renamed).contains("drivers/Kconfig", "OTHER").doesNotContain("usb.c");
      assertThat(session.end()).isZero();
    }
  }

  private String rename(String file) {
    return at(file, 0, 8).replace("'context'", "'newName':'OTHER','context'");
  }

  @Test
  void sourcesAreNeverDiagnosed() throws Exception {
    try (LspSession session = start(ALL)) {
      open(session, "drivers/usb.c", "c", "#ifdef CONFIG_NO_SUCH\n#endif\n");
      change(session, "drivers/usb.c", 2, range(0, 0, 0) + ",", "\n");
      open(session, "my_defconfig", "kconfig-config", "CONFIG_NO=y\n");
      JsonObject first =
          session.await(
              "diagnostics",
              m ->
                  m.has("method")
                      && m.get("method").getAsString().equals("textDocument/publishDiagnostics"));
      assertThat(first.getAsJsonObject("params").get("uri").getAsString())
          .isEqualTo(uri("my_defconfig"));
      assertThat(session.end()).isZero();
    }
  }

  private static final String DYNAMIC =
      "{'textDocument':{"
          + List.of(
                  "synchronization",
                  "hover",
                  "definition",
                  "references",
                  "documentHighlight",
                  "completion")
              .stream()
              .map(feature -> "'" + feature + "':{'dynamicRegistration':true}")
              .collect(Collectors.joining(","))
          + "}}";

  private static String registered(LspSession session, String method) throws Exception {
    return session
        .await(
            method,
            m -> m.has("method") && m.get("method").getAsString().equals("client/" + method))
        .toString();
  }

  @Test
  void sourcesAreAskedForWithTheFeaturesThatTheyHave() throws Exception {
    try (LspSession session = start(DYNAMIC)) {
      assertThat(registered(session, "registerCapability"))
          .contains("\"language\":\"c\"", "textDocument/didOpen", "textDocument/completion")
          .doesNotContain("ormatting", "semanticTokens", "rename", "kconfig-config");
      String off = "{'settings':{'kconfig':{'sources':{'enabled':false}}}}";
      session.notify("workspace/didChangeConfiguration", off);
      assertThat(registered(session, "unregisterCapability")).contains("textDocument/didOpen");
      assertThat(session.end()).isZero();
    }
  }
}
