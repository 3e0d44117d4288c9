package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.analysis.Workspace;
import kconfigls.harness.CheckedTree;
import kconfigls.io.ProjectFinder;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.Expansion;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Shell;
import kconfigls.outline.Prop;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.FileState.Origin;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The state after any script of edits equals the state built from the final texts. */
final class IncrementalTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("kconfigls.root", "..")).resolve("tests/sample").toAbsolutePath();
  private static final String[] NEW_LINES = {
    "\tdepends on SPI\n",
    "\tselect CRC\n",
    "config NEW_ONE\n\tbool \"new\"\n",
    "if I2C\n",
    "endif\n",
    "source \"lib/Kconfig\"\n",
    "V := $(VERSION)x\n",
    "\thelp\n\t  text\n",
    "# a comment\n"
  };

  @TempDir private Path temp;

  private static Workspace load() {
    ProjectFinder.Tree tree =
        ProjectFinder.find(VfsPath.of(SAMPLE.toString()), ProjectFinder.Wishes.NONE);
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Projects(tree.specs()));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    return workspace;
  }

  private static List<VfsPath> files() throws IOException {
    try (Stream<Path> paths = Files.walk(SAMPLE)) {
      return paths
          .filter(path -> path.getFileName().toString().equals("Kconfig"))
          .map(path -> VfsPath.of(path.toString()))
          .sorted()
          .toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> editScripts() {
    return IntStream.range(0, 60)
        .mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> script(seed)));
  }

  private static void script(int seed) throws IOException {
    Random random = new Random(seed);
    Workspace edited = load();
    Map<VfsPath, FileState> last = new HashMap<>();
    List<VfsPath> files = files();
    for (int i = 0; i < 15; i++) {
      VfsPath file = files.get(random.nextInt(files.size()));
      String text = edited.snapshot().present(file).orElseThrow().source().text();
      FileState next = new FileState.Present(SourceText.of(edit(text, random)), Origin.EDITOR, i);
      last.put(file, next);
      edited.apply(new Change.Files(Map.of(file, next), Map.of()));
      if (random.nextBoolean()) {
        new WorkspaceLoader(edited, n -> {}).loadAll(CancelToken.NONE);
        assertThat(edited.snapshot().models()).isNotEmpty();
      }
    }
    new WorkspaceLoader(edited, n -> {}).loadAll(CancelToken.NONE);
    Workspace fresh = load();
    fresh.apply(new Change.Files(last, Map.of()));
    new WorkspaceLoader(fresh, n -> {}).loadAll(CancelToken.NONE);
    CheckedTree a = CheckedTree.check(edited);
    CheckedTree b = CheckedTree.check(fresh);
    assertThat(a.faults()).isEmpty();
    assertThat(a.lines(SAMPLE)).isEqualTo(b.lines(SAMPLE));
    assertThat(edited.snapshot().model(0).symbols().keySet())
        .isEqualTo(fresh.snapshot().model(0).symbols().keySet());
  }

  /** A project that an edit does not touch goes on to count for what holds in all projects. */
  @Test
  void findingsOfAllProjectsOutliveAnEditThatChangesOne() throws IOException {
    Map<String, String> files = new HashMap<>();
    files.put("Kconfig", "source \"arch/$(SRCARCH)/Kconfig\"\nsource \"lib/Kconfig\"\n");
    files.put("arch/a/Kconfig", "config A\n\tdef_bool y\n");
    files.put("arch/b/Kconfig", "config B\n\tdef_bool y\n");
    files.put("lib/Kconfig", "config L\n\tbool \"l\" if !A\n\tdepends on A || B\n");
    CheckedTree.write(temp, files, StandardCharsets.UTF_8);
    VfsPath root = VfsPath.of(temp.toRealPath().toString());
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Projects(List.of(architecture(root, "a"), architecture(root, "b"))));
    new WorkspaceLoader(workspace, n -> {}).loadAll(CancelToken.NONE);
    assertThat(CheckedTree.check(workspace).lines(temp)).isEmpty();
    workspace.apply(
        new Change.Files(
            Map.of(
                root.resolve("arch/a/Kconfig"),
                present(files.get("arch/a/Kconfig") + "config A2\n\tbool \"a2\"\n"),
                root.resolve("lib/Kconfig"),
                present("# a comment\n" + files.get("lib/Kconfig"))),
            Map.of()));
    new WorkspaceLoader(workspace, n -> {}).loadAll(CancelToken.NONE);
    assertThat(CheckedTree.check(workspace).lines(temp)).isEmpty();
  }

  private static ProjectSpec architecture(VfsPath root, String name) {
    return new ProjectSpec(
        name,
        root.resolve("Kconfig"),
        root,
        CheckedTree.dialect("linux-6.12"),
        Map.of("SRCARCH", name));
  }

  private static FileState present(String text) {
    return new FileState.Present(SourceText.of(text), Origin.EDITOR, 1);
  }

  private static String edit(String text, Random random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("(?<=\n)")));
    int at = random.nextInt(lines.size());
    switch (random.nextInt(3)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(at, NEW_LINES[random.nextInt(NEW_LINES.length)]);
      default -> lines.set(at, lines.get(random.nextInt(lines.size())));
    }
    return String.join("", lines);
  }

  @Test
  void whatAnEditorHoldsIsStrongerThanADiskThatWasReadMeanwhile() {
    Workspace workspace = load();
    VfsPath file = VfsPath.of(SAMPLE.toString()).resolve("lib/Kconfig");
    FileState onDisk = workspace.snapshot().present(file).orElseThrow().state();
    FileState edited = new FileState.Present(SourceText.of("config X\n"), Origin.EDITOR, 7);
    workspace.apply(new Change.Files(Map.of(file, edited), Map.of()));
    workspace.apply(new Change.Found(Map.of(file, onDisk), Map.of()));
    assertThat(workspace.snapshot().present(file).orElseThrow().state()).isSameAs(edited);
    workspace.apply(new Change.Files(Map.of(file, onDisk), Map.of())); // the editor closed it
    assertThat(workspace.snapshot().present(file).orElseThrow().state()).isSameAs(onDisk);
  }

  @Test
  void whatNoProjectReadsLeaves() throws IOException {
    Map<String, String> files = new HashMap<>();
    files.put("Kconfig", "source \"sub/Kconfig\"\nosource \"more/K*\"\nconfig A\n\tbool \"a\"\n");
    files.put("sub/Kconfig", "M := m\nconfig B\n\tbool \"b\"\nsource \"sub/inner\"\n");
    files.put("sub/inner", "config C\n\tbool \"c\"\n");
    files.put("more/K1", "config D\n\tbool \"d\"\n");
    CheckedTree.write(temp, files, StandardCharsets.UTF_8);
    Workspace workspace = CheckedTree.check(temp, "zephyr", Map.of()).workspace();
    VfsPath root = VfsPath.of(temp.toAbsolutePath().toString());
    VfsPath inner = root.resolve("sub/inner");
    workspace.apply(new Change.Files(Map.of(inner, present(files.get("sub/inner"))), Map.of()));
    Snapshot whole = workspace.snapshot();
    whole.models();
    assertThat(workspace.apply(new Change.Unread(whole))).isSameAs(whole);

    String text = "config A\n\tbool \"a\"\n";
    Snapshot edited =
        workspace.apply(new Change.Files(Map.of(root.resolve("Kconfig"), present(text)), Map.of()));
    assertThat(workspace.apply(new Change.Unread(whole))).as("changed since").isSameAs(edited);
    List<ProjectModel> models = edited.models();
    Snapshot left = workspace.apply(new Change.Unread(edited));
    assertThat(left.cells().stream().map(cell -> cell.path().relativeTo(root)))
        .as("an editor holds one of the others")
        .containsExactlyInAnyOrder("Kconfig", "sub/inner");
    assertThat(left.globs()).isEmpty();
    assertThat(left.models()).as("nothing is linked again").isSameAs(models);
    assertThat(left.generation()).isEqualTo(edited.generation());
  }

  /** Each project's file asks the shell something, so that what was asked tells what was linked. */
  @Test
  void aSymbolOfOneProjectDoesNotWaitForTheOthers() {
    Set<String> asked = ConcurrentHashMap.newKeySet();
    Shell shell =
        (command, asker) -> {
          asked.add(command);
          return Expansion.UNKNOWN;
        };
    VfsPath srctree = VfsPath.of("/nowhere");
    Map<VfsPath, FileState> states = new HashMap<>();
    List<ProjectSpec> specs = new ArrayList<>();
    for (String name : List.of("A", "B")) {
      VfsPath root = srctree.resolve(name);
      String text = "X := $(shell,%s)\nconfig %s\n\tbool \"x\"\n".formatted(name, name);
      states.put(root, new FileState.Present(SourceText.of(text), Origin.EDITOR, 1));
      specs.add(
          new ProjectSpec(name, root, srctree, CheckedTree.dialect("linux-6.12"), Map.of())
              .with(shell, Map.of(), List.of(srctree)));
    }
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Files(states, Map.of()));
    Semantics semantics = new Semantics(workspace.apply(new Change.Projects(specs)));
    assertThat(semantics.symbol("A", srctree.resolve("A"))).isPresent();
    assertThat(asked).containsExactly("A");
    assertThat(semantics.projectsOf(srctree.resolve("A"))).hasSize(1);
    assertThat(asked).containsExactlyInAnyOrder("A", "B");
  }

  @Test
  void anEditOfHelpTextKeepsTheModel() {
    Workspace workspace = load();
    Snapshot before = workspace.snapshot();
    VfsPath file = VfsPath.of(SAMPLE.toString()).resolve("drivers/radio/Kconfig");
    String text = before.present(file).orElseThrow().source().text();
    String edited = text.replace("gateway.", "gateway, often.").replace("\n\n", "\n# note\n\n");
    assertThat(edited).isNotEqualTo(text);
    FileState state = new FileState.Present(SourceText.of(edited), Origin.EDITOR, 2);
    Snapshot after = workspace.apply(new Change.Files(Map.of(file, state), Map.of()));
    assertThat(after.model(0)).isSameAs(before.model(0));
  }

  @Test
  void aShiftOfLinesMattersToThoseOnlyWhoAskForTheirLine() throws IOException {
    Path folder = Files.createTempDirectory(temp, "lines");
    CheckedTree.write(
        folder,
        Map.of(
            "Kconfig",
            "line = $(lineno)\nsource \"other\"\nconfig A\n\tstring \"$(line)\"\n",
            "other",
            "config B\n\tbool \"b\"\n"),
        StandardCharsets.UTF_8);
    Workspace workspace = CheckedTree.check(folder, "linux-6.12", Map.of()).workspace();
    Snapshot before = workspace.snapshot();
    VfsPath root = VfsPath.of(folder.toString());
    Snapshot shifted = workspace.apply(shift(before, root.resolve("other")));
    assertThat(shifted.model(0)).isSameAs(before.model(0));
    assertThat(prompt(shifted)).isEqualTo("4");
    Snapshot moved = workspace.apply(shift(shifted, root.resolve("Kconfig")));
    assertThat(prompt(moved)).isEqualTo("5");
  }

  private static Change shift(Snapshot snapshot, VfsPath file) {
    String text = "\n" + snapshot.present(file).orElseThrow().source().text();
    FileState state = new FileState.Present(SourceText.of(text), Origin.EDITOR, 1);
    return new Change.Files(Map.of(file, state), Map.of());
  }

  private static String prompt(Snapshot snapshot) {
    return snapshot.model(0).symbols().get("A").nodes().getFirst().props().stream()
        .filter(Prop.Prompt.class::isInstance)
        .map(prop -> ((Prop.Prompt) prop).text())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSampleHasTheMistakesThatArePlanted() throws IOException {
    List<String> found = new ArrayList<>();
    for (String line : CheckedTree.check(load()).lines(SAMPLE)) {
      found.add(line.replaceAll("^(\\S+) \\w+\\[([a-z-]+)\\].*$", "$1 $2"));
    }
    assertThat(found).isEqualTo(Files.readAllLines(SAMPLE.resolve("EXPECTED.txt")));
  }
}
