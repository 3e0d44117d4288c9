package kconfigls.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.dialect.SymbolSpelling;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.EditedTree;
import kconfigls.ide.RenamedFile;
import kconfigls.ide.Renames.Outcome;
import kconfigls.io.ProjectFinder;
import kconfigls.io.SourceReader;
import kconfigls.text.SourceText;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Symbols of real trees, from the folder that the property {@code kconfigls.trees} names, are given
 * another name and their old one again: that restores every file byte for byte. After the first
 * step no changed file has the old name any more. The texts are edited in memory only.
 */
final class RenameTreesTest {
  private static final Map<String, Integer> TREES =
      new TreeMap<>(Map.of("linux-6.1", 100, "u-boot", 60, "busybox", 40));
  private static final int SEED = 5;

  @TestFactory
  Stream<DynamicTest> thereAndBack() {
    String folder = System.getProperty("kconfigls.trees", "");
    if (folder.isEmpty()) {
      System.out.println("RenameTreesTest: left out, -Dkconfigls.trees names no folder");
      return Stream.empty();
    }
    return TREES.entrySet().stream()
        .filter(tree -> Files.isDirectory(Path.of(folder, tree.getKey())))
        .map(
            tree ->
                DynamicTest.dynamicTest(
                    tree.getKey(), () -> check(Path.of(folder, tree.getKey()), tree.getValue())));
  }

  private static void check(Path folder, int count) throws Exception {
    VfsPath srctree = VfsPath.of(folder.toAbsolutePath().toString());
    ProjectFinder.Tree found = ProjectFinder.find(srctree, ProjectFinder.Wishes.NONE);
    EditedTree tree =
        new EditedTree(
            CheckedTree.load(found),
            SourceReader.read(srctree, SymbolSpelling.of(found.dialect())));
    TreeSet<String> names = new TreeSet<>();
    tree.semantics().snapshot().models().forEach(model -> names.addAll(model.symbols().keySet()));
    List<String> shuffled = new ArrayList<>(names);
    Collections.shuffle(shuffled, new Random(SEED));
    int renamed = 0;
    long places = 0;
    Map<String, Integer> refused = new TreeMap<>();
    List<String> prefixes = SymbolSpelling.of(found.dialect()).prefixes();
    for (String name : shuffled) {
      if (renamed == count) {
        break;
      }
      switch (tree.rename(name, "KLS_" + name + "_X")) {
        case Outcome.Refused(String reason) -> refused.merge(kind(reason), 1, Integer::sum);
        case Outcome.Edits(List<RenamedFile> files) -> {
          renamed++;
          places += files.stream().mapToInt(file -> file.edits().size()).sum();
          back(tree, files, name, prefixes);
        }
      }
    }
    System.out.println(
        folder.getFileName()
            + ": "
            + renamed
            + " symbols, "
            + places
            + " places; refused "
            + refused);
    assertThat(renamed).isEqualTo(count);
  }

  /** A reason without the names and places in it. */
  private static String kind(String reason) {
    return reason.replaceAll("'[^']*'", "…").replaceAll("at \\S+", "at …");
  }

  private static void back(
      EditedTree tree, List<RenamedFile> files, String name, List<String> prefixes)
      throws Exception {
    Map<VfsPath, SourceText> before = new HashMap<>();
    files.forEach(file -> before.put(file.file(), file.source()));
    tree.apply(files);
    Pattern old = Pattern.compile("\\b(" + String.join("|", prefixes) + ")" + name + "\\b(?!\\()");
    for (RenamedFile file : files) {
      assertThat(old.matcher(file.after().text()).results().map(r -> r.group()))
          .as("%s in %s", name, file.file())
          .isEmpty();
    }
    assertThat(tree.semantics().definitions(name)).isEmpty();
    if (!(tree.rename("KLS_" + name + "_X", name) instanceof Outcome.Edits again)) {
      throw new AssertionError("no way back for " + name);
    }
    tree.apply(again.files());
    for (Map.Entry<VfsPath, SourceText> file : before.entrySet()) {
      SourceText onDisk = SourceText.of(Files.readAllBytes(Path.of(file.getKey().text())));
      assertThat(tree.edited().get(file.getKey())).as("%s", file.getKey()).isEqualTo(onDisk.text());
    }
    tree.edited().clear();
  }
}
