package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions in a tree that names files outside of the workspace. */
final class OutsideSessionTest {
  private static final String ROOT =
      "source \"../out/Kconfig\"\nconfig A\n\tbool \"a\"\n\tdepends on SECRET && NOWHERE\n";

  /** Found only where all files are read. */
  private static final String READ = "NOWHERE";

  private static final String SECRET =
      "config SECRET\n\tbool \"secret words\"\n\thelp\n\t  secret help\n";

  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    write("tree/Kconfig", ROOT);
    write("out/Kconfig", SECRET);
  }

  private void write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String uri(String name) {
    return temp.resolve(name).toUri().toString();
  }

  private void open(LspSession session, String name, String text) throws IOException {
    session.notify(
        "textDocument/didOpen",
        "{'textDocument':{'uri':'%s','languageId':'kconfig','version':1,'text':'%s'}}"
            .formatted(uri(name), text.replace("\n", "\\n").replace("\t", "\\t")));
  }

  private LspSession start(String settings) throws Exception {
    LspSession session = new LspSession();
    session.request(
        "initialize",
        "{'capabilities':{},'workspaceFolders':[{'uri':'%s','name':'tree'}],".formatted(uri("tree"))
            + "'initializationOptions':"
            + settings
            + "}");
    session.notify("initialized", "{}");
    return session;
  }

  private JsonElement at(LspSession session, String method, int line, int column) throws Exception {
    return session.request(
        "textDocument/" + method,
        "{'textDocument':{'uri':'%s'},'position':{'line':%d,'character':%d}}"
            .formatted(uri("tree/Kconfig"), line, column));
  }

  @Test
  void nothingIsReadFromOutsideBeforeTheEditorOpensIt() throws Exception {
    try (LspSession session = start("{}")) {
      open(session, "tree/Kconfig", ROOT);
      session.diagnostics(uri("tree/Kconfig"), text -> text.contains("source-outside-tree"));
      assertThat(at(session, "definition", 3, 13).toString()).doesNotContain("out/Kconfig");
      assertThat(at(session, "definition", 0, 10).toString()).doesNotContain("out/Kconfig");
      assertThat(at(session, "hover", 3, 13).toString()).doesNotContain("secret");

      session.forget();
      open(session, "out/Kconfig", SECRET);
      session.diagnostics(uri("tree/Kconfig"), text -> text.contains(READ));
      assertThat(at(session, "definition", 3, 13).toString()).contains("out/Kconfig");

      session.notify(
          "workspace/didChangeWatchedFiles",
          "{'changes':[{'uri':'%s','type':2}]}".formatted(uri("out/Kconfig")));
      session.notify(
          "textDocument/didClose", "{'textDocument':{'uri':'%s'}}".formatted(uri("out/Kconfig")));
      session.notify("workspace/didChangeWorkspaceFolders", "{'event':{'added':[],'removed':[]}}");
      session.diagnostics(uri("tree/Kconfig"), text -> text.contains("source-outside-tree"));
      assertThat(at(session, "hover", 3, 13).toString()).doesNotContain("secret");
    }
  }

  @Test
  void aFolderThatIsAddedIsRead() throws Exception {
    try (LspSession session = start("{}")) {
      open(session, "tree/Kconfig", ROOT);
      session.diagnostics(uri("tree/Kconfig"), text -> text.contains("source-outside-tree"));
      session.forget();
      String folder = "[{'uri':'%s','name':'out'}]".formatted(uri("out"));
      session.notify(
          "workspace/didChangeWorkspaceFolders",
          "{'event':{'added':%s,'removed':[]}}".formatted(folder));
      session.diagnostics(uri("tree/Kconfig"), text -> text.contains(READ));
      assertThat(at(session, "hover", 3, 13).toString()).contains("secret");
      session.notify(
          "workspace/didChangeWorkspaceFolders",
          "{'event':{'added':[],'removed':%s}}".formatted(folder));
      session.diagnostics(uri("tree/Kconfig"), text -> text.contains("source-outside-tree"));
      assertThat(at(session, "hover", 3, 13).toString()).doesNotContain("secret");
    }
  }

  @Test
  void theSettingsOfTheEditorNameFolders() throws Exception {
    String settings = "{'env':{'ANY':'" + temp.resolve("out") + "'}}";
    try (LspSession session = start(settings)) {
      open(session, "tree/Kconfig", ROOT);
      session.diagnostics(uri("tree/Kconfig"), text -> text.contains(READ));
      assertThat(at(session, "hover", 3, 13).toString()).contains("secret");
    }
  }

  /** The messages of the client come from the standard input. */
  @ParameterizedTest
  @ValueSource(strings = {"/dev/stdin", "/dev/fd/0", "/dev/zero", "/proc/self/environ"})
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aConfigurationThatIsNoFileLeavesTheProtocolAlone(String configuration) throws Exception {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(new byte[0]));
    try (LspSession session = start("{'configuration':'" + configuration + "'}")) {
      open(session, "tree/Kconfig", ROOT);
      assertThat(at(session, "hover", 1, 7).toString()).contains("A").doesNotContain("PATH");
      assertThat(session.request("kconfig/status", "null").toString()).doesNotContain("PATH=");
    } finally {
      System.setIn(before);
    }
  }
}
