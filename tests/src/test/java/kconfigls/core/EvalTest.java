package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.Workspace;
import kconfigls.dialect.Dialect;
import kconfigls.harness.CheckedTree;
import kconfigls.io.ProjectFinder;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectModel;
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
 * Each case is a Kconfig file, a configuration, and what {@code conf --olddefconfig} of the named
 * releases writes; {@code tests/trees/eval_cases.py} asks that program itself.
 */
final class EvalTest {
  private static final Path CASES = Path.of("src/test/resources/eval");

  @TempDir private Path folder;

  @TestFactory
  List<DynamicTest> cases() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        String text = Files.readString(file);
        String head = text.substring(0, text.indexOf('\n'));
        String[] names = head.split(" ");
        for (String dialect : Arrays.asList(names).subList(1, names.length)) {
          String name = file.getFileName() + " " + dialect;
          tests.add(DynamicTest.dynamicTest(name, () -> run(text, dialect)));
        }
      }
    }
    assertThat(tests).isNotEmpty();
    return tests;
  }

  private void run(String text, String dialectName) throws IOException {
    String kconfig = text.substring(text.indexOf('\n') + 1, text.indexOf("#config\n"));
    String config = between(text, "#config\n", "#expect\n");
    String expected = text.substring(text.indexOf("#expect\n") + "#expect\n".length());
    Configuration result = evaluate(kconfig, config, dialectName, Map.of());
    Dialect dialect = CheckedTree.dialect(dialectName);
    String lines =
        String.join("", result.written().stream().map(v -> v.line(dialect) + "\n").toList());
    assertThat(lines).isEqualTo(expected);
  }

  private static String between(String text, String from, String to) {
    return text.substring(text.indexOf(from) + from.length(), text.indexOf(to));
  }

  private Configuration evaluate(
      String kconfig, String config, String dialect, Map<String, String> assumed)
      throws IOException {
    Path root = Files.createTempDirectory(folder, "tree");
    CheckedTree.write(root, Map.of("Kconfig", kconfig), StandardCharsets.UTF_8);
    VfsPath srctree = VfsPath.of(root.toAbsolutePath().toString());
    ProjectFinder.Wishes wishes =
        new ProjectFinder.Wishes(
            srctree.resolve("Kconfig"), srctree, CheckedTree.dialect(dialect), Map.of());
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Projects(ProjectFinder.find(srctree, wishes).specs()));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    ProjectModel model = workspace.snapshot().models().getFirst();
    return Evaluator.evaluate(model, DotConfig.parse(config, "CONFIG_"), assumed);
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
    assertThat(unknown(evaluate(kconfig, "", "linux-6.12", Map.of())))
        .containsExactly("COMPILER", "FEATURE");
    Configuration settled = evaluate(kconfig, "", "linux-6.12", Map.of("COMPILER", "y"));
    assertThat(unknown(settled)).isEmpty();
    assertThat(settled.written().stream().map(v -> v.symbol() + "=" + v.text()))
        .containsExactly("COMPILER=y", "FEATURE=y", "OTHER=y");
  }

  private static List<String> unknown(Configuration configuration) {
    return configuration.all().filter(v -> !v.isKnown()).map(Value::symbol).sorted().toList();
  }
}
