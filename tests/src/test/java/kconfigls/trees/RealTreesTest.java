package kconfigls.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import kconfigls.io.ProjectFinder;
import kconfigls.rules.Severity;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Real trees, from the folder that the property {@code kconfigls.trees} names; their own programs
 * accept them, so no finding of severity error may be raised.
 */
final class RealTreesTest {
  @TestFactory
  Stream<DynamicTest> noErrors() throws IOException {
    String folder = System.getProperty("kconfigls.trees", "");
    if (folder.isEmpty()) {
      System.out.println("RealTreesTest: left out, -Dkconfigls.trees names no folder");
      return Stream.empty();
    }
    List<Path> trees;
    try (Stream<Path> entries = Files.list(Path.of(folder))) {
      trees = entries.filter(Files::isDirectory).sorted().toList();
    }
    assertThat(trees).isNotEmpty();
    return trees.stream()
        .map(tree -> DynamicTest.dynamicTest(tree.getFileName().toString(), () -> check(tree)));
  }

  private static void check(Path path) {
    ProjectFinder.Tree tree =
        ProjectFinder.find(VfsPath.of(path.toAbsolutePath().toString()), ProjectFinder.Wishes.NONE);
    assertThat(tree.specs()).as("projects").isNotEmpty();
    CheckedTree checked = CheckedTree.check(tree);
    assertThat(checked.faults()).isEmpty();
    List<String> errors =
        checked.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .map(finding -> finding.place().file() + " " + finding.message())
            .toList();
    assertThat(errors).isEmpty();
  }
}
