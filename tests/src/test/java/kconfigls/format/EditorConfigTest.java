package kconfigls.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How {@code .editorconfig} files are read. */
final class EditorConfigTest {
  private static final Path GLOBS = Path.of("src/test/resources/editorconfig/globs.txt");

  @TestFactory
  Stream<DynamicTest> patterns() throws IOException {
    return Files.readAllLines(GLOBS).stream()
        .skip(1)
        .map(line -> line.split(" \\| ?", -1))
        .map(row -> DynamicTest.dynamicTest(row[0], () -> check(row[0], row[1], row[2])));
  }

  private static void check(String glob, String matching, String others) {
    EditorConfig config = EditorConfig.parse("[" + glob + "]\nkey = value\n");
    for (String path : paths(matching)) {
      assertThat(config.of(path)).as(path).containsEntry("key", "value");
    }
    for (String path : paths(others)) {
      assertThat(config.of(path)).as(path).isEmpty();
    }
  }

  /** A comma between braces does not part paths. */
  private static String[] paths(String list) {
    return list.isBlank() ? new String[0] : list.strip().split(", ");
  }

  @Test
  void laterSectionsWin() {
    EditorConfig config =
        EditorConfig.parse(
            """
            \uFEFF# a comment
            Root = TRUE

            [*]
            indent_style = space
            indent_size=4
            ; another
            no property

            [Kconfig*]
            Indent_Style = Tab
            """);
    assertThat(config.isRoot()).isTrue();
    assertThat(config.of("a/Kconfig")).isEqualTo(Map.of("indent_style", "tab", "indent_size", "4"));
    assertThat(config.of("a/b.c")).isEqualTo(Map.of("indent_style", "space", "indent_size", "4"));
  }

  @Test
  void rootCountsBeforeTheFirstSectionOnly() {
    assertThat(EditorConfig.parse("[*]\nroot = true\n").isRoot()).isFalse();
  }
}
