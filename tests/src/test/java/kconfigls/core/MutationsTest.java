package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.Workspace;
import kconfigls.dialect.Dialect;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.Mutator;
import kconfigls.io.DiskLoader;
import kconfigls.io.ProjectFinder;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectSpec;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;

/**
 * Damaged files through parser, linker and all rules: nothing throws and nothing hangs. The sample
 * tree in every build; 20,000 mutations of the trees that {@code kconfigls.trees} names, one in a
 * thousand of 10 MB of a tree's text in one file.
 */
final class MutationsTest {
  private static final Duration HANG = Duration.ofSeconds(20);
  private static final String TREES = System.getProperty("kconfigls.trees", "");
  private static final int LARGE = 10 << 20;
  private static final int LARGE_EVERY = 1_000;

  private Workspace workspace = new Workspace();
  private final Mutator mutator = new Mutator(20_261_124);
  private long worstMillis;
  private String worst = "";

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().matches("Kconfig.*|Config\\.in.*"))
          .sorted()
          .toList();
    }
  }

  @Test
  void mutationsNeitherThrowNorHang() throws IOException {
    Path folder = Path.of(TREES.isEmpty() ? "sample" : TREES).toRealPath();
    List<Path> files = files(folder);
    assertThat(files).isNotEmpty();
    int runs = TREES.isEmpty() ? 1_000 : 20_000;
    if (!TREES.isEmpty()) {
      checkUndamaged(folder);
    }
    for (int i = 0; i < runs; i++) {
      Path file = mutator.pick(files);
      Path tree = TREES.isEmpty() ? folder : folder.resolve(folder.relativize(file).getName(0));
      if (!TREES.isEmpty() && i % LARGE_EVERY == LARGE_EVERY - 1) {
        runLarge(tree);
      } else {
        run(tree, file);
      }
    }
    System.out.println(
        "MutationsTest: " + runs + " mutations, the slowest " + worstMillis + " ms: " + worst);
  }

  /** Each tree once before the clock runs: the first mutant is not to pay for the JVM's start. */
  private void checkUndamaged(Path folder) throws IOException {
    try (Stream<Path> trees = Files.list(folder)) {
      for (Path tree : trees.sorted().toList()) {
        VfsPath srctree = VfsPath.of(tree.toString());
        CheckedTree checked =
            CheckedTree.check(ProjectFinder.find(srctree, ProjectFinder.Wishes.NONE));
        assertThat(checked.faults()).as(srctree.text()).isEmpty();
      }
    }
  }

  /** The text of files one after the other, again and again until it is large. */
  private static String textOf(List<Path> files) {
    StringBuilder text = new StringBuilder(LARGE);
    while (text.length() < LARGE) {
      for (Path file : files) {
        if (DiskLoader.load(VfsPath.of(file.toString())) instanceof FileState.Present present) {
          text.append(present.source().text());
        }
      }
    }
    text.setLength(LARGE);
    return text.toString();
  }

  /** A mutant of a tree's text in one file that sources nothing that exists. */
  private void runLarge(Path tree) throws IOException {
    VfsPath srctree = VfsPath.of("/nowhere");
    String mutant = mutator.mutate(textOf(files(tree)), List.of("Kconfig"));
    // What a thousand mutants of all trees left is no part of what a user has open: a full
    // collection of it took 0.6 s, and now and then a large text paid for it.
    workspace = new Workspace();
    System.gc();
    check(
        new Workspace(),
        new ProjectSpec("large", srctree.resolve("Kconfig"), srctree, dialect(tree), Map.of()),
        mutant);
  }

  /** A mutant as the root of a project, with all that it sources. */
  private void run(Path tree, Path file) {
    VfsPath path = VfsPath.of(file.toString());
    if (!(DiskLoader.load(path) instanceof FileState.Present present)) {
      return;
    }
    VfsPath srctree = VfsPath.of(tree.toString());
    List<String> paths =
        List.of(path.relativeTo(srctree), "Kconfig", "lib/Kconfig", "init/Kconfig");
    String mutant = mutator.mutate(present.source().text(), paths);
    check(workspace, new ProjectSpec("mutant", path, srctree, dialect(tree), Map.of()), mutant);
    workspace.apply(new Change.Files(Map.of(path, present), Map.of()));
  }

  private static Dialect dialect(Path tree) {
    return CheckedTree.dialect(
        tree.getFileName().toString().startsWith("linux") ? "linux-6.12" : "generic");
  }

  private void check(Workspace target, ProjectSpec spec, String text) {
    FileState state = new FileState.Present(SourceText.of(text), FileState.Origin.EDITOR, 1);
    long start = System.nanoTime();
    CheckedTree checked =
        assertTimeoutPreemptively(
            HANG,
            () -> {
              target.apply(new Change.Files(Map.of(spec.root(), state), Map.of()));
              target.apply(new Change.Projects(List.of(spec)));
              new WorkspaceLoader(target, files -> {}).loadAll(CancelToken.NONE);
              return CheckedTree.check(target);
            });
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    if (text.length() > LARGE / 2) {
      System.out.printf(
          "MutationsTest: %d characters, %d findings: %d ms%n",
          text.length(), checked.findings().size(), millis);
    }
    if (millis > worstMillis) {
      worstMillis = millis;
      worst =
          "%s, %d characters, %d findings"
              .formatted(
                  spec.root().relativeTo(spec.srctree()), text.length(), checked.findings().size());
    }
    assertThat(checked.faults()).as(spec.root().text()).isEmpty();
  }

  @Test
  void filesThatSourceEachOther() throws IOException {
    Path folder = Files.createTempDirectory("cycle").toRealPath();
    try {
      for (int i = 0; i < 50; i++) {
        StringBuilder text = new StringBuilder();
        for (int other = 0; other < 50; other++) {
          text.append("source \"k").append(other).append("\"\n");
        }
        Files.writeString(folder.resolve("k" + i), text);
      }
      VfsPath srctree = VfsPath.of(folder.toString());
      ProjectSpec spec =
          new ProjectSpec("cycle", srctree.resolve("k0"), srctree, dialect(folder), Map.of());
      check(workspace, spec, Files.readString(folder.resolve("k0")));
      System.out.println("MutationsTest: 50 files in cycles " + worstMillis + " ms: " + worst);
    } finally {
      CheckedTree.delete(folder);
    }
  }

  @Test
  void theDamagedRootOfARealTree() {
    if (TREES.isEmpty()) {
      return;
    }
    VfsPath tree = VfsPath.of(Path.of(TREES, "linux-6.1").toAbsolutePath().toString());
    ProjectSpec x86 = ProjectFinder.find(tree, ProjectFinder.Wishes.NONE).specs().getFirst();
    workspace.apply(new Change.Projects(List.of(x86)));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    List<VfsPath> files = List.copyOf(workspace.snapshot().model(0).fileSet());
    for (int i = 0; i < 200; i++) {
      VfsPath file = mutator.pick(files);
      FileState.Present present = (FileState.Present) DiskLoader.load(file);
      String mutant = mutator.mutate(present.source().text(), List.of("Kconfig"));
      FileState state = new FileState.Present(SourceText.of(mutant), FileState.Origin.EDITOR, 1);
      workspace.apply(new Change.Files(Map.of(file, state), Map.of()));
      check(workspace, x86, rootText());
      workspace.apply(new Change.Files(Map.of(file, present), Map.of()));
    }
    System.out.println("MutationsTest: in all of x86, the slowest " + worstMillis + " ms");
  }

  private String rootText() {
    VfsPath root = workspace.snapshot().specs().getFirst().root();
    return workspace.snapshot().present(root).orElseThrow().source().text();
  }
}
