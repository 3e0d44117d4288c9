package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import kconfigls.dialect.Feature;
import kconfigls.harness.CheckedTree;
import kconfigls.io.ProjectFinder;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case is a small tree and what is found out about it. The first line names the folder in
 * which the search begins; {@code #file} lines begin files, {@code #expect} the expectations.
 * There, {@code TREE} stands for the folder of the case.
 */
final class DetectionTest {
  private static final Path CASES = Path.of("src/test/resources/detect");

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
    Path folder = Files.createTempDirectory(temp, "tree").toRealPath();
    String start = text.substring("#start ".length(), text.indexOf('\n'));
    int expect = text.indexOf("#expect\n");
    Map<String, String> files =
        new HashMap<>(CheckedTree.files(text.substring(text.indexOf('\n') + 1, expect)));
    files.values().removeIf(String::isEmpty);
    CheckedTree.write(folder, files, StandardCharsets.UTF_8);
    VfsPath path = VfsPath.of(folder.toString()).resolve(start);
    ProjectFinder.Tree tree = ProjectFinder.find(path, ProjectFinder.Wishes.NONE);
    List<String> expected = text.substring(expect + "#expect\n".length()).lines().toList();
    List<String> found = expected.stream().map(line -> found(line, tree, folder)).toList();
    assertThat(found).isEqualTo(expected);
  }

  /** What the tree says where a line expects something, in the same form. */
  private static String found(String line, ProjectFinder.Tree tree, Path folder) {
    String kind = line.substring(0, line.indexOf(' '));
    String about = line.substring(kind.length() + 1);
    return kind
        + " "
        + switch (kind) {
          case "dialect" -> tree.dialect().name();
          case "prefix" -> '"' + tree.dialect().prefix() + '"';
          case "release" -> tree.dialect().release() / 100 + "." + tree.dialect().release() % 100;
          case "srctree" -> named(tree.srctree().text(), folder);
          case "root" -> spec(tree).root().relativeTo(spec(tree).srctree());
          case "projects" -> String.join(" ", tree.specs().stream().map(s -> s.name()).toList());
          case "source" -> source(tree);
          case "part" -> String.valueOf(spec(tree).isFragment());
          case "has" -> features(about, tree, true);
          case "lacks" -> features(about, tree, false);
          case "env" -> environment(about, tree, folder);
          default -> throw new IllegalArgumentException(line);
        };
  }

  private static ProjectSpec spec(ProjectFinder.Tree tree) {
    return tree.specs().getFirst();
  }

  private static String source(ProjectFinder.Tree tree) {
    String from = tree.dialect().source().from().name();
    return tree.dialect().source().globs() ? from + " globs" : from;
  }

  private static String features(String names, ProjectFinder.Tree tree, boolean has) {
    List<String> kept = new ArrayList<>();
    for (String name : names.split(" ")) {
      if (tree.dialect().has(Feature.valueOf(name)) == has) {
        kept.add(name);
      }
    }
    return String.join(" ", kept);
  }

  /** The variables whose names the line has; all but srctree where it has none. */
  private static String environment(String about, ProjectFinder.Tree tree, Path folder) {
    List<String> found = new ArrayList<>();
    Map<String, String> environment = spec(tree).environment();
    for (String name : new TreeSet<>(environment.keySet())) {
      if (!name.equals("srctree")) {
        found.add(name + "=" + named(environment.get(name), folder));
      }
    }
    return found.isEmpty() ? about.replaceAll(".+", "-") : String.join(" ", found);
  }

  private static String named(String path, Path folder) {
    return path.replace(folder.toString(), "TREE");
  }
}
