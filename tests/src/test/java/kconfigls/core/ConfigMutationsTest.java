package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.Workspace;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.EvalCase;
import kconfigls.io.ConfigReader;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.values.ConfigProblem;
import kconfigls.values.Configuration;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluator;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a configuration file holds, it is evaluated, and each problem lies in a file. */
final class ConfigMutationsTest {
  private static final Path CASES = Path.of("src/test/resources/eval");
  private static final int RUNS = 300;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"linux-6.1", "linux-6.12", "u-boot", "busybox", "zephyr", "esp-idf"})
  void damagedFilesAreEvaluated(String dialect) throws IOException {
    EvalCase tree = EvalCase.of(Files.readString(CASES.resolve("esp-renames-bad.txt")));
    ProjectModel model = model(tree, dialect);
    List<byte[]> samples = samples();
    Random random = new Random(1);
    int told = 0;
    for (int i = 0; i < RUNS; i++) {
      List<Path> files = new ArrayList<>();
      for (int n = random.nextInt(3); n >= 0; n--) {
        byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
        for (int damaged = random.nextInt(6); damaged > 0 && bytes.length > 0; damaged--) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        files.add(Files.write(folder.resolve("sdkconfig.defaults" + n), bytes));
      }
      DotConfig config =
          new DotConfig(ConfigReader.read(files, model.spec()), model.spec().dialect());
      Configuration result = Evaluator.evaluate(model, config, Map.of());
      for (ConfigProblem problem : result.problems()) {
        int length = problem.place().source().length();
        assertThat(problem.place().range().end()).isLessThanOrEqualTo(length);
        assertThat(problem.message()).doesNotContain("\n", "\r", "\0");
      }
      told += result.problems().size();
    }
    assertThat(told).isGreaterThan(RUNS);
  }

  /** The programs read what they can of a file that is something else; so does this, and stops. */
  @Test
  void problemsAreBounded() throws IOException {
    EvalCase tree = EvalCase.of(Files.readString(CASES.resolve("config-lines.txt")));
    ProjectModel model = model(tree, "linux-6.12");
    Path file = Files.writeString(folder.resolve("config"), "stray\nCONFIG_X=\n".repeat(200_000));
    DotConfig config =
        new DotConfig(ConfigReader.read(List.of(file), model.spec()), model.spec().dialect());
    Configuration result = Evaluator.evaluate(model, config, Map.of());
    assertThat(result.problems()).hasSize(10_001);
    assertThat(result.problems().getLast().kind()).isEqualTo(ConfigProblem.Kind.TOO_MANY);
  }

  private ProjectModel model(EvalCase tree, String dialect) throws IOException {
    CheckedTree.write(folder, tree.files(), StandardCharsets.UTF_8);
    VfsPath srctree = VfsPath.of(folder.toString());
    ProjectSpec spec =
        new ProjectSpec(
            dialect,
            srctree.resolve("Kconfig"),
            srctree,
            CheckedTree.dialect(dialect),
            tree.environment());
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Projects(List.of(spec)));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    return workspace.snapshot().models().getFirst();
  }

  private static List<byte[]> samples() throws IOException {
    List<byte[]> samples = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        samples.addAll(EvalCase.of(Files.readString(file)).configs().values());
      }
    }
    return samples;
  }
}
