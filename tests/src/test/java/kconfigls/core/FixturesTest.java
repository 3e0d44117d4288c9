package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.harness.Annotated;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.Fixture;
import kconfigls.harness.Fixture.Expected;
import kconfigls.harness.Fixtures;
import kconfigls.ide.Definitions;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every finding of a fixture is expected, and every expectation is met. */
final class FixturesTest {
  @TempDir private Path temp;

  @Test
  void thereAreFixtures() {
    assertThat(Fixtures.all()).hasSizeGreaterThan(25);
  }

  @TestFactory
  Stream<DynamicTest> fixtures() {
    return Fixtures.all().stream()
        .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
  }

  private void check(Path path) throws IOException {
    String text = Files.readString(path);
    Fixture fixture = Fixture.parse(text);
    Path folder = Files.createTempDirectory(temp, "fixture").toRealPath();
    CheckedTree.write(folder, fixture.files(), StandardCharsets.UTF_8);
    CheckedTree tree = CheckedTree.check(folder, fixture.dialect(), fixture.environment());
    assertThat(tree.faults()).isEmpty();
    VfsPath root = VfsPath.of(folder.toString());
    List<Expected> found = Annotated.of(tree, root);
    if (Boolean.getBoolean("kconfigls.golden.write")) {
      Files.writeString(path, Annotated.rewrite(text, found));
      return;
    }
    List<Expected> unexpected = new ArrayList<>(found);
    List<Expected> unmet = new ArrayList<>();
    for (Expected expected : fixture.expected()) {
      Optional<Expected> met =
          unexpected.stream().filter(each -> Annotated.matches(expected, each)).findFirst();
      met.ifPresentOrElse(unexpected::remove, () -> unmet.add(expected));
    }
    String rewritten = Annotated.rewrite(text, found);
    assertThat(unmet).as("expected, not found; the fixture is now\n%s", rewritten).isEmpty();
    assertThat(unexpected).as("found, not expected; the fixture is now\n%s", rewritten).isEmpty();
    fixture.cursor().ifPresent(cursor -> definitions(fixture, cursor, tree, root));
  }

  /** A cursor leads to the ranges named {@code def}. */
  private static void definitions(
      Fixture fixture, Fixture.Spot cursor, CheckedTree tree, VfsPath root) {
    Semantics semantics = new Semantics(tree.workspace().snapshot());
    FileCell cell = semantics.snapshot().present(root.resolve(cursor.file())).orElseThrow();
    List<Place> expected =
        fixture.ranges().stream()
            .filter(range -> range.name().equals("def"))
            .map(range -> new Place(root.resolve(range.file()), range.range()))
            .toList();
    assertThat(Definitions.at(semantics, cell, cursor.range().start()))
        .containsExactlyElementsOf(expected);
  }
}
