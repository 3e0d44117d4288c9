package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.harness.CheckedTree;
import kconfigls.ide.DocumentSymbols;
import kconfigls.ide.DocumentSymbols.Element;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Each case is a Kconfig file, with others behind {@code #file} lines, and its outline. */
final class OutlineTest {
  private static final Path CASES = Path.of("src/test/resources/outline");

  @TempDir private Path temp;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        tests.add(DynamicTest.dynamicTest(file.getFileName().toString(), () -> run(text)));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void run(String text) throws IOException {
    Path folder = Files.createTempDirectory(temp, "outline").toRealPath();
    String dialect = text.substring("#dialect ".length(), text.indexOf('\n'));
    int expect = text.indexOf("#expect\n");
    String body = text.substring(text.indexOf('\n') + 1, expect);
    CheckedTree.write(folder, CheckedTree.files(body), StandardCharsets.UTF_8);
    CheckedTree tree = CheckedTree.check(folder, dialect, Map.of());
    Semantics semantics = new Semantics(tree.workspace().snapshot());
    VfsPath file = VfsPath.of(folder.toString()).resolve("Kconfig");
    FileCell cell = semantics.snapshot().present(file).orElseThrow();
    StringBuilder outline = new StringBuilder();
    DocumentSymbols.of(semantics, cell).forEach(element -> print(element, "", outline));
    assertThat(outline.toString()).isEqualTo(text.substring(expect + "#expect\n".length()));
  }

  private static void print(Element element, String indent, StringBuilder out) {
    out.append(indent).append(element.kind()).append(' ').append(element.name()).append('\n');
    for (Element child : element.children()) {
      assertThat(element.range().contains(child.range())).as(child.name()).isTrue();
      print(child, indent + "  ", out);
    }
  }
}
