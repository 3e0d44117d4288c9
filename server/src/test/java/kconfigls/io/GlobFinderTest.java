package kconfigls.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Patterns in real folders. */
@Timeout(60)
final class GlobFinderTest {
  @TempDir private Path folder;

  private List<String> find(String pattern) {
    VfsPath root = VfsPath.of(folder.toString());
    return GlobFinder.find(Glob.below(root, pattern, Glob.Syntax.PYTHON), AllowedFolders.ANYWHERE)
        .stream()
        .map(path -> path.relativeTo(root))
        .toList();
  }

  private void file(String path) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), "");
  }

  @Test
  void findsFilesSortedAndNoHiddenOnes() throws IOException {
    for (String path : List.of("b/Kconfig", "a/Kconfig", ".c/Kconfig", "a/x/Kconfig", "Kconfig")) {
      file(path);
    }
    assertThat(find("*/Kconfig")).containsExactly("a/Kconfig", "b/Kconfig");
    assertThat(find("*")).containsExactly("Kconfig");
    assertThat(find("[!]/*")).isEmpty();
    assertThat(find("[z-a]*/Kconfig")).isEmpty();
  }

  @Test
  void aFolderIsFoundByEachOfAFewLinks() throws IOException {
    file("a/Kconfig");
    Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));
    assertThat(find("*/Kconfig")).containsExactly("a/Kconfig", "b/Kconfig");
  }

  @Test
  void linksInCirclesEnd() throws IOException {
    file("Kconfig");
    for (int i = 0; i < 10; i++) {
      Files.createSymbolicLink(folder.resolve("l" + i), Path.of("."));
    }
    assertThat(find("*/".repeat(30) + "Kconfig")).hasSizeBetween(1, 200);
  }
}
