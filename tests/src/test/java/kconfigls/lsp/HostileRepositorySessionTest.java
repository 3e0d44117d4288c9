package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.nio.file.Files;
import java.nio.file.Path;
import kconfigls.harness.HostileRepositories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server runs nothing that a repository names, and reads nothing that its settings name. */
final class HostileRepositorySessionTest {
  @TempDir private Path temp;

  private static LspSession open(Path folder) throws Exception {
    LspSession session = new LspSession();
    String uri = folder.toUri().toString();
    session.request("initialize", "{'processId':null,'rootUri':'" + uri + "','capabilities':{}}");
    session.notify("initialized", "{}");
    return session;
  }

  /** A document is opened; a code lens and a hover that count the sources are asked for. */
  private static void use(Path folder, Path file, String use) throws Exception {
    try (LspSession session = open(folder)) {
      String document = "'textDocument':{'uri':'" + file.toUri() + "'";
      String text = Files.readString(file).replace("\n", "\\n").replace("\"", "\\\"");
      session.notify(
          "textDocument/didOpen",
          "{" + document + ",'languageId':'kconfig','version':1,'text':\"" + text + "\"}}");
      session.diagnostics(file.toUri().toString(), list -> list.contains("GONE"));
      session.request("textDocument/codeLens", "{" + document + "}}");
      String at = "{" + document + "},'position':{'line':0,'character':8}}";
      session.request("textDocument/hover", at);
      JsonElement references =
          session.request(
              "textDocument/references",
              at.substring(0, at.length() - 1) + ",'context':{'includeDeclaration':true}}");
      assertThat(references.toString()).contains(use);
      assertThat(session.end()).isZero();
    }
  }

  @Test
  void nothingRunsInASession() throws Exception {
    HostileRepositories hostile = HostileRepositories.make(temp);
    use(hostile.cloned(), hostile.cloned().resolve("bare/Kconfig"), "kept/a.c");
    use(hostile.unpacked(), hostile.unpacked().resolve("Kconfig"), "kept/a.c");
    assertThat(hostile.marked()).isEmpty();
  }

  @Test
  void settingsThatLeadOutOfTheTreeAreRefusedWithAMessage() throws Exception {
    Path folder = Files.createDirectories(temp.toRealPath().resolve("tree"));
    Files.writeString(folder.resolve("Kconfig"), "config A\n\tbool\n");
    Files.writeString(folder.resolve(".kconfig-ls.json"), "{ \"srctree\": \"/etc\" }\n");
    try (LspSession session = open(folder)) {
      String message =
          session.await("message", m -> m.toString().contains("window/showMessage")).toString();
      assertThat(message).contains(".kconfig-ls.json:1:3: 'srctree' leads out of the folder");
      assertThat(session.end()).isZero();
    }
  }
}
