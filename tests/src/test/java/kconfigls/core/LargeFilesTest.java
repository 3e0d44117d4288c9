package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.Workspace;
import kconfigls.harness.CheckedTree;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectSpec;
import kconfigls.rules.RuleSettings;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Files that are large because they repeat something, through parser, linker and all rules: nothing
 * throws and nothing hangs. The times are printed: what grows with the square of a file's size
 * stands out among the others, which are all alike.
 */
final class LargeFilesTest {
  private static final Duration HANG = Duration.ofSeconds(60);
  private static final String LINUX = "linux-6.12";
  private static final Path SHAPES = Path.of("src/test/resources/large/shapes.txt");
  private static final Path OF_RULES = Path.of("src/test/resources/large/rules.txt");
  private static final String TREES = System.getProperty("kconfigls.trees", "");

  /** Stands in the lines of a shape that are written only once, at the start. */
  private static final String ONCE = "{once}";

  /** What follows is repeated in the line that this stands in. */
  private static final String LINE = "{line}";

  private static final String SYMBOLS =
      """
      config B
      	bool "b"
      config C
      	bool "c"
      config D
      	tristate "d"
      config E
      	bool "e"
      config F
      	tristate "f"
      config G
      	bool "g"
      """;

  @TestFactory
  Stream<DynamicTest> repeatedStatements() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    texts(SHAPES)
        .forEach(
            (name, text) -> {
              for (String dialect : List.of(LINUX, "generic")) {
                String title = name + ", " + dialect;
                tests.add(DynamicTest.dynamicTest(title, () -> check(title, dialect, text)));
              }
            });
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> repeatedStatementsUnderAllRules() throws IOException {
    Map<String, Optional<Severity>> on = new HashMap<>();
    Rules.all().forEach(rule -> on.put(rule.info().id(), Optional.of(Severity.HINT)));
    RuleSettings settings = new RuleSettings(on);
    List<DynamicTest> tests = new ArrayList<>();
    texts(OF_RULES)
        .forEach(
            (name, text) -> {
              String title = name + ", zephyr, all rules and fixes";
              tests.add(
                  DynamicTest.dynamicTest(title, () -> check(title, "zephyr", text, settings)));
            });
    return tests.stream();
  }

  /** One entry below the other, deeper than the calls of any stack. */
  @Test
  void aChainOfSubmenus() throws IOException {
    Map<String, Optional<Severity>> on = Map.of("zephyr-top-menu-size", Optional.of(Severity.HINT));
    String chain = "config S{next}\n\tbool \"s\"\n\tdepends on S{i}\n";
    check("submenus", "zephyr", SYMBOLS + repeated(chain, 3 << 20), new RuleSettings(on));
  }

  /** The texts of a file of shapes by their names. */
  private static Map<String, String> texts(Path file) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    String[] shapes = Pattern.compile("^== ", Pattern.MULTILINE).split(Files.readString(file));
    for (String shape : List.of(shapes).subList(1, shapes.length)) {
      String name = shape.lines().findFirst().orElseThrow();
      String unit = shape.substring(name.length() + 1);
      texts.put(name, SYMBOLS + repeated(unit, 512 << 10));
    }
    return texts;
  }

  /** A unit until a length is reached; of one with a line that is written once, the last line. */
  private static String repeated(String unit, int length) {
    StringBuilder text = new StringBuilder(length + unit.length());
    String again = unit;
    if (unit.contains(ONCE)) {
      int head = unit.indexOf("\n", unit.indexOf('\n') + 1) + 1;
      text.append(unit.substring(0, head).replace(ONCE, ""));
      again = unit.substring(head).stripTrailing() + "\n";
    }
    int line = unit.indexOf(LINE);
    if (line >= 0) {
      text.append(unit, 0, line);
      again = unit.substring(line + LINE.length()).stripTrailing();
    }
    for (int i = 0; text.length() < length; i++) {
      text.append(
          again
              .replace("{i}", Integer.toString(i))
              .replace("{next}", Integer.toString(i + 1))
              .replace("{far}", Integer.toString(i * 7919 % 2000)));
    }
    return text.toString();
  }

  @Test
  void tenMegabytes() throws IOException {
    String undefined =
        "config S{i}\n\tbool \"Symbol\"\n\tdepends on S{far} && NOWHERE\n\thelp\n\t  Text.\n\n";
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("undefined names", repeated(undefined, 10 << 20));
    texts.put("a real tree's text again and again", realText(10 << 20));
    texts.put("one word", "x".repeat(10 << 20));
    texts.put("parentheses", repeated("\tdepends on (((((((((\n", 10 << 20));
    for (String round : List.of("cold", "again")) {
      texts.forEach((what, text) -> check("10 MB of " + what + ", " + round, LINUX, text));
    }
  }

  private static String realText(int length) throws IOException {
    StringBuilder text = new StringBuilder(length);
    Path tree = Path.of(TREES.isEmpty() ? "sample" : TREES + "/linux-6.12");
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(LargeFilesTest::isKconfig).sorted().toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString().repeat(length / text.length() + 1).substring(0, length);
  }

  private static boolean isKconfig(Path file) {
    return Files.isRegularFile(file) && file.getFileName().toString().startsWith("Kconfig");
  }

  private static void check(String name, String dialect, String text) {
    check(name, dialect, text, RuleSettings.DEFAULT);
  }

  private static void check(String name, String dialect, String text, RuleSettings settings) {
    VfsPath root = VfsPath.of("/nowhere/Kconfig");
    ProjectSpec spec =
        new ProjectSpec(
            "large", root, VfsPath.of("/nowhere"), CheckedTree.dialect(dialect), Map.of());
    long start = System.nanoTime();
    CheckedTree checked =
        assertTimeoutPreemptively(
            HANG,
            () -> {
              Workspace workspace = new Workspace();
              FileState state =
                  new FileState.Present(SourceText.of(text), FileState.Origin.EDITOR, 1);
              workspace.apply(new Change.Files(Map.of(root, state), Map.of()));
              workspace.apply(new Change.Projects(List.of(spec)));
              new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
              CheckedTree tree = CheckedTree.check(workspace, settings);
              tree.findings().forEach(finding -> finding.fixes().all());
              return tree;
            });
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    System.out.printf(
        "LargeFilesTest: %s: %d ms, %d findings%n", name, millis, checked.findings().size());
    assertThat(checked.faults()).as(name).isEmpty();
  }
}
