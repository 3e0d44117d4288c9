package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.harness.CheckedTree;
import kconfigls.lsp.TestEditor.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server shows of files that its projects no longer include, or do not include yet. */
final class ReachedFilesSessionTest {
  private static final String ROOT =
      "config A\n\tbool \"a\"\n\tdepends on $(M)\nsource \"sub/Kconfig\"\n";
  private static final String SUB =
      "M := A_MACRO\nconfig B\n\tbool \"b\"\n\tdepends on UNKNOWN\nsource \"sub/inner\"\n";
  private static final int CREATED = 1;
  private static final int DELETED = 3;
  private static final int LOOKS = 200;

  @TempDir private Path temp;
  private Path root = Path.of("");
  private Path sub = Path.of("");

  @BeforeEach
  void write() throws Exception {
    Map<String, String> files = new HashMap<>();
    files.put("Kconfig", ROOT);
    files.put("sub/Kconfig", SUB);
    files.put("sub/inner", "config C\n\tbool \"c\"\n");
    files.put("other/Kconfig", "OTHER := o\nconfig O\n\tbool\n\tdepends on UNKNOWN_TOO\n");
    CheckedTree.write(temp, files, StandardCharsets.UTF_8);
    root = temp.toRealPath().resolve("Kconfig");
    sub = temp.toRealPath().resolve("sub/Kconfig");
  }

  private TestEditor open() throws Exception {
    TestEditor editor = new TestEditor(List.of(root.getParent()));
    editor.open(root, new Document(1, ROOT));
    awaitSymbols(editor, true, "\"B\"", "\"C\"", "\"M\"");
    return editor;
  }

  private static void awaitSymbols(TestEditor editor, boolean there, String... names)
      throws Exception {
    for (int i = 0; i < LOOKS; i++) {
      String shown = editor.symbols();
      if (List.of(names).stream().allMatch(name -> shown.contains(name) == there)) {
        return;
      }
      Thread.sleep(50);
    }
    assertThat(editor.symbols()).as(there ? "has " : "lacks ").isEqualTo(String.join(" ", names));
  }

  private static void awaitPublished(TestEditor editor, Path file, boolean there) throws Exception {
    for (int i = 0; i < LOOKS && editor.hasFindings(file) != there; i++) {
      Thread.sleep(50);
    }
    assertThat(editor.hasFindings(file)).as(file.toString()).isEqualTo(there);
  }

  private String answers(TestEditor editor, Path file) throws Exception {
    Map<String, String> state = editor.state(Set.of(file), 0);
    return state.get("textDocument/documentSymbol " + file);
  }

  @Test
  void withItsSourceLineAFileGoesAndComes() throws Exception {
    try (TestEditor editor = open()) {
      awaitPublished(editor, sub, true);
      int line = ROOT.indexOf("source");
      editor.edit(root, line, ROOT.length(), "");
      awaitPublished(editor, sub, false);
      awaitSymbols(editor, false, "\"B\"", "\"C\"", "\"M\"");
      assertThat(answers(editor, sub)).isEqualTo("[]");
      editor.edit(root, line, line, ROOT.substring(line));
      awaitPublished(editor, sub, true);
      awaitSymbols(editor, true, "\"B\"", "\"C\"", "\"M\"");
      assertThat(editor.faults()).isEmpty();
    }
  }

  @Test
  void anEventLoadsNoFileThatNobodyIncludes() throws Exception {
    Path other = root.resolveSibling("other/Kconfig");
    try (TestEditor editor = open()) {
      editor.changedOnDisk(Map.of(other, CREATED));
      Files.writeString(sub, SUB + "config LAST\n\tbool \"last\"\n");
      editor.changedOnDisk(Map.of(sub, 2));
      awaitSymbols(editor, true, "\"LAST\"");
      awaitSymbols(editor, false, "\"OTHER\"", "\"O\"");
      assertThat(answers(editor, other)).isEqualTo("[]");
      assertThat(editor.hasFindings(other)).isFalse();
    }
  }

  @Test
  void aFolderThatIsRenamedTakesItsFilesAlong() throws Exception {
    Path folder = sub.getParent();
    Path elsewhere = folder.resolveSibling("elsewhere");
    try (TestEditor editor = open()) {
      Files.move(folder, elsewhere);
      editor.changedOnDisk(Map.of(folder, DELETED, elsewhere, CREATED));
      awaitPublished(editor, sub, false);
      awaitSymbols(editor, false, "\"B\"", "\"C\"", "\"M\"");
      Files.move(elsewhere, folder);
      editor.changedOnDisk(Map.of(folder, CREATED));
      awaitSymbols(editor, true, "\"B\"", "\"C\"", "\"M\"");
    }
  }

  @Test
  void aFileThatBecomesAFolderGoes() throws Exception {
    Path inner = sub.resolveSibling("inner");
    try (TestEditor editor = open()) {
      Files.delete(inner);
      Files.createDirectory(inner);
      editor.changedOnDisk(Map.of(Files.createFile(inner.resolve("Kconfig")), CREATED));
      awaitSymbols(editor, false, "\"C\"");
    }
  }

  @Test
  void aDocumentOfAnotherTreeTakesItsProjectsAlong() throws Exception {
    String text = "mainmenu \"m\"\nconfig %s\n\tbool \"f\"\n";
    Path near = Files.createDirectory(root.resolveSibling("near"));
    Files.writeString(near.resolve("Kconfig"), text.formatted("NEAR"));
    Path far = Files.createDirectory(root.resolveSibling("far")).resolve("Kconfig");
    Files.writeString(far, text.formatted("FAR"));
    try (TestEditor editor = new TestEditor(List.of(near))) {
      editor.open(far, new Document(1, Files.readString(far)));
      awaitSymbols(editor, true, "\"NEAR\"", "\"FAR\"");
      editor.close(far);
      awaitSymbols(editor, false, "\"FAR\"");
    }
  }

  /** No statement of the including file tells that a block ends in another. */
  @Test
  void aBlockThatComesToEndInAnotherFileIsOneFinding() throws Exception {
    String text = "mainmenu \"m\"\nconfig A\n\tbool \"a\"\nif UNKNOWN\nsource \"torn\"\n";
    Path torn = Files.writeString(root.resolveSibling("torn"), "# nothing\n");
    Files.writeString(root, text);
    try (TestEditor editor = new TestEditor(List.of(root.getParent()))) {
      editor.open(root, new Document(1, text));
      editor.open(torn, new Document(1, Files.readString(torn)));
      awaitRule(editor, "undefined-symbol");
      editor.edit(torn, 0, 0, "endif\n");
      awaitRule(editor, "end-in-other-file");
      assertThat(editor.published().toString()).doesNotContain("mismatched-end");
    }
  }

  private static void awaitRule(TestEditor editor, String rule) throws Exception {
    for (int i = 0; i < LOOKS && !editor.published().toString().contains(rule); i++) {
      Thread.sleep(50);
    }
    assertThat(editor.published().toString()).contains(rule);
  }
}
