package kconfigls.trees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Workspace;
import kconfigls.harness.CheckedTree;
import kconfigls.ide.refactoring.Refactoring;
import kconfigls.ide.refactoring.Refactorings;
import kconfigls.io.ConfigReader;
import kconfigls.io.ProjectFinder;
import kconfigls.model.ProjectModel;
import kconfigls.syntax.Statement;
import kconfigls.syntax.TreeWalk;
import kconfigls.text.TextEdit;
import kconfigls.text.TextRange;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluator;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All refactorings that are offered anywhere in real trees, from the folder that the property
 * {@code kconfigls.trees} names, are made in memory, those of one kind after another; each time
 * default configurations must come to the same values.
 */
final class RefactoringTreesTest {
  private static final Map<String, String> TREES =
      new TreeMap<>(
          Map.of(
              "linux-6.1", "arch/x86/configs/x86_64_defconfig",
              "u-boot", "configs/am335x_evm_defconfig",
              "busybox", "configs/android_defconfig"));

  @TestFactory
  Stream<DynamicTest> valuesStay() {
    String folder = System.getProperty("kconfigls.trees", "");
    if (folder.isEmpty()) {
      System.out.println("RefactoringTreesTest: left out, -Dkconfigls.trees names no folder");
      return Stream.empty();
    }
    return TREES.entrySet().stream()
        .filter(tree -> Files.isRegularFile(Path.of(folder, tree.getKey(), tree.getValue())))
        .map(
            tree ->
                DynamicTest.dynamicTest(
                    tree.getKey(), () -> check(Path.of(folder, tree.getKey()), tree.getValue())));
  }

  private static void check(Path folder, String config) throws IOException {
    VfsPath srctree = VfsPath.of(folder.toAbsolutePath().toString());
    ProjectFinder.Tree found = ProjectFinder.find(srctree, ProjectFinder.Wishes.NONE);
    var spec =
        found.specs().stream()
            .filter(each -> each.name().equals("x86"))
            .findFirst()
            .orElse(found.specs().getFirst());
    Workspace workspace =
        CheckedTree.load(new ProjectFinder.Tree(found.dialect(), srctree, List.of(spec)));
    List<String> before = values(workspace, folder.resolve(config));
    for (String id :
        List.of(
            "inline-if",
            "join-default",
            "sort-selects",
            "extract-if",
            "split-default",
            "add-help")) {
      int made = makeAll(workspace, id);
      System.out.println(folder.getFileName() + ": " + made + " times " + id);
      assertThat(values(workspace, folder.resolve(config))).as(id).isEqualTo(before);
    }
  }

  private static List<String> values(Workspace workspace, Path config) throws IOException {
    ProjectModel model = workspace.snapshot().models().getFirst();
    DotConfig read =
        new DotConfig(ConfigReader.read(List.of(config), model.spec()), model.spec().dialect());
    return Evaluator.evaluate(model, read, Map.of())
        .all()
        .map(value -> value.isKnown() ? value.line(model.spec().dialect()) : value.symbol() + "?")
        .sorted()
        .toList();
  }

  /** Makes one kind of refactoring wherever it is offered and does not overlap another. */
  private static int makeAll(Workspace workspace, String id) {
    Semantics semantics = new Semantics(workspace.snapshot());
    Map<VfsPath, FileState> states = new HashMap<>();
    int made = 0;
    for (VfsPath path : semantics.snapshot().models().getFirst().fileSet()) {
      FileCell cell = semantics.snapshot().present(path).orElseThrow();
      List<TextEdit> edits = new ArrayList<>();
      int end = -1;
      for (TextRange selection : selections(cell, id)) {
        for (Refactoring each : Refactorings.of(semantics, cell, selection)) {
          int from = each.edits().stream().mapToInt(e -> e.range().start()).min().orElse(0);
          if (each.id().equals(id) && from > end) {
            edits.addAll(each.edits());
            end = each.edits().stream().mapToInt(e -> e.range().end()).max().orElse(0);
            made++;
          }
        }
      }
      if (!edits.isEmpty()) {
        states.put(
            path, new FileState.Present(cell.source().with(edits), FileState.Origin.DISK, 0));
      }
    }
    workspace.apply(new Change.Files(states, Map.of()));
    return made;
  }

  private static List<TextRange> selections(FileCell cell, String id) {
    List<TextRange> selections = new ArrayList<>();
    switch (id) {
      case "extract-if" -> pairs(cell.tree().statements(), selections);
      case "inline-if" ->
          TreeWalk.statements(
              cell.tree().statements(),
              statement -> {
                if (statement instanceof Statement.If block) {
                  selections.add(TextRange.at(block.range().start()));
                }
              });
      default ->
          TreeWalk.statements(
              cell.tree().statements(),
              statement -> {
                if (statement instanceof Statement.Entry entry) {
                  selections.add(TextRange.at(entry.range().start()));
                }
              });
    }
    selections.sort(Comparator.comparingInt(TextRange::start));
    return selections;
  }

  private static void pairs(List<Statement> body, List<TextRange> selections) {
    for (int i = 0; i < body.size(); i++) {
      if (i > 0) {
        selections.add(body.get(i - 1).range().union(body.get(i).range()));
      }
      if (body.get(i) instanceof Statement.Block block) {
        pairs(block.body(), selections);
      }
    }
  }
}
