package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.Workspace;
import kconfigls.cli.report.ConfigProblems;
import kconfigls.dialect.Dialect;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.EvalCase;
import kconfigls.io.ConfigReader;
import kconfigls.io.ProjectFinder;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectModel;
import kconfigls.values.ConfigStack;
import kconfigls.values.Configuration;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluator;
import kconfigls.values.Value;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each case is a Kconfig file, configuration files, and what {@code conf --olddefconfig} of the
 * named releases writes, or Kconfiglib; {@code tests/trees/eval_cases.py} asks those programs
 * themselves.
 */
final class EvalTest {
  private static final Path CASES = Path.of("src/test/resources/eval");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        EvalCase one = EvalCase.of(Files.readString(file));
        for (String dialect : one.dialects()) {
          String name = file.getFileName() + " " + dialect;
          tests.add(DynamicTest.dynamicTest(name, () -> run(one, dialect)));
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void run(EvalCase one, String dialectName) throws IOException {
    Path root = Files.createTempDirectory(folder, "tree");
    Configuration result = evaluate(one, root, dialectName, Map.of());
    Dialect dialect = CheckedTree.dialect(dialectName);
    ConfigProblems problems = new ConfigProblems(result.problems());
    List<String> lines =
        result.written().stream().filter(Value::isKnown).map(v -> v.line(dialect) + "\n").toList();
    assertThat(String.join(" ", unknown(result))).isEqualTo(one.unknown());
    assertThat(problems.isIncomplete() ? "" : String.join("", lines)).isEqualTo(one.expected());
    if (one.messages() != null) {
      StringWriter told = new StringWriter();
      problems.print(new PrintWriter(told));
      String messages = told.toString().replace(root + "/", "");
      assertThat(messages).isEqualTo(one.messages());
    }
  }

  private static Configuration evaluate(
      EvalCase one, Path root, String dialect, Map<String, String> assumed) throws IOException {
    CheckedTree.write(root, one.files(), StandardCharsets.UTF_8);
    VfsPath srctree = VfsPath.of(root.toAbsolutePath().toString());
    ProjectFinder.Wishes wishes =
        new ProjectFinder.Wishes(
            srctree.resolve("Kconfig"), srctree, CheckedTree.dialect(dialect), one.environment());
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Projects(ProjectFinder.find(srctree, wishes).specs()));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    ProjectModel model = workspace.snapshot().models().getFirst();
    List<Path> configs = new ArrayList<>();
    for (Map.Entry<String, byte[]> config : one.configs().entrySet()) {
      configs.add(Files.write(root.resolve(config.getKey()), config.getValue()));
    }
    ConfigStack stack = ConfigReader.read(configs, model.spec());
    return Evaluator.evaluate(model, new DotConfig(stack, model.spec().dialect()), assumed);
  }

  @Test
  void whatHangsOnAShellIsUnknownUntilItIsAssumed() throws IOException {
    String kconfig =
        """
        config COMPILER
        	def_bool $(shell,true)
        config FEATURE
        	bool "Feature"
        	depends on COMPILER
        	default y
        config OTHER
        	def_bool y
        config NEVER
        	def_bool COMPILER && UNDEFINED
        """;
    EvalCase one = EvalCase.of("#dialect linux-6.12\n" + kconfig + "#expect\n");
    assertThat(unknown(evaluate(one, folder, "linux-6.12", Map.of())))
        .containsExactly("COMPILER", "FEATURE");
    Configuration settled = evaluate(one, folder, "linux-6.12", Map.of("COMPILER", "y"));
    assertThat(unknown(settled)).isEmpty();
    assertThat(settled.written().stream().map(v -> v.symbol() + "=" + v.text()))
        .containsExactly("COMPILER=y", "FEATURE=y", "OTHER=y");
  }

  private static List<String> unknown(Configuration configuration) {
    return configuration.all().filter(v -> !v.isKnown()).map(Value::symbol).sorted().toList();
  }
}
