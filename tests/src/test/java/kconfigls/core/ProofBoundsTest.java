package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kconfigls.expr.Tristate;
import kconfigls.harness.CheckedTree;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.values.ConfigStack;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluator;
import kconfigls.values.Hindrances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Conditions that take long to decide: what is not decided is not reported. */
@Timeout(60)
final class ProofBoundsTest {
  private static final int SYMBOLS = 60;
  private static final int MANY = 10_000;
  private static final String CONTRADICTION =
      "config %s\n\tbool \"%1$s\"\n\tdepends on S1\n\tdepends on !S1\n";

  @TempDir private Path temp;

  private CheckedTree check(Map<String, String> files) throws IOException {
    Path folder = Files.createTempDirectory(temp, "tree");
    CheckedTree.write(folder, files, StandardCharsets.UTF_8);
    CheckedTree tree = CheckedTree.check(folder, "linux-6.12", Map.of());
    assertThat(tree.faults()).isEmpty();
    return tree;
  }

  private static String symbols() {
    return "mainmenu \"m\"\n"
        + IntStream.range(0, SYMBOLS)
            .mapToObj(i -> "config S" + i + "\n\tbool \"s" + i + "\"\n")
            .collect(Collectors.joining());
  }

  private static String clauses(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                random
                    .ints(3, 0, SYMBOLS)
                    .mapToObj(s -> (random.nextBoolean() ? "!S" : "S") + s)
                    .collect(Collectors.joining(" || ", "(", ")")))
        .collect(Collectors.joining(" && "));
  }

  private static List<String> contradictory(CheckedTree tree) {
    return tree.findings().stream()
        .filter(finding -> finding.rule().id().equals("contradictory-dependency"))
        .map(finding -> finding.place().file().name())
        .toList();
  }

  @Test
  void aFileThatTakesLongCostsOnlyItsOwnFindings() throws IOException {
    Random random = new Random(1);
    String heavy =
        IntStream.range(0, 200)
            .mapToObj(
                i -> "config H" + i + "\n\tbool \"h\"\n\tdepends on " + clauses(random, 200) + "\n")
            .collect(Collectors.joining());
    Map<String, String> files = new HashMap<>();
    files.put("Kconfig", symbols() + "source \"Kconfig.heavy\"\nsource \"Kconfig.light\"\n");
    files.put("Kconfig.heavy", heavy + CONTRADICTION.formatted("IN_HEAVY"));
    files.put("Kconfig.light", CONTRADICTION.formatted("IN_LIGHT"));
    CheckedTree tree = check(files);
    assertThat(contradictory(tree)).containsExactly("Kconfig.light");
    assertThat(shown(check(files))).isEqualTo(shown(tree));
  }

  private static List<String> shown(CheckedTree tree) {
    return tree.findings().stream()
        .map(finding -> finding.rule().id() + finding.place().range() + finding.message())
        .toList();
  }

  /** Each symbol needs one of many others, and the last ones what nobody can set. */
  @Test
  void theSearchForAWayToAValueIsBounded() throws IOException {
    StringBuilder text = new StringBuilder("config NEVER\n\tbool\n");
    for (int level = 0; level < 6; level++) {
      for (int i = 0; i < SYMBOLS; i++) {
        int next = level + 1;
        String needs =
            IntStream.range(0, SYMBOLS)
                .mapToObj(other -> "L" + next + "_" + other)
                .collect(Collectors.joining(" || "));
        text.append("config L%d_%d\n\tbool \"l\"\n".formatted(level, i));
        text.append("\tdepends on ").append(level < 5 ? needs : "NEVER").append('\n');
      }
    }
    ProjectModel model = check(Map.of("Kconfig", text.toString())).workspace().snapshot().model(0);
    DotConfig config = new DotConfig(ConfigStack.EMPTY, model.spec().dialect());
    Hindrances hindrances = new Hindrances(model, Evaluator.explain(model, config, Map.of()));
    Symbol first = model.symbols().get("L0_0");
    assertThat(hindrances.additions(first, Tristate.Y, true)).isEmpty();
  }

  static List<String> large() {
    String a = "config A\n\tbool \"a\"\n";
    String or =
        IntStream.range(0, MANY).mapToObj(i -> "S" + i % 60).collect(Collectors.joining(" || "));
    String nested =
        IntStream.range(0, MANY)
            .mapToObj(i -> "if S" + i % SYMBOLS + " || !S" + i * 7 % SYMBOLS + "\n")
            .collect(Collectors.joining());
    String menus =
        IntStream.range(0, 190)
            .mapToObj(i -> "menu \"m\"\n\tdepends on " + clauses(new Random(i), 20) + "\n")
            .collect(Collectors.joining());
    return List.of(
        a + "\tdepends on " + clauses(new Random(1), 256) + "\n",
        a + "\tdepends on S1 || !S2\n".repeat(MANY),
        a + numbered("\tdepends on S% || !S2\n"),
        a + numbered("\tdefault y if S% && S2\n"),
        "config A\n\tint \"a\"\n" + numbered("\trange 1 2 if S%\n"),
        a + "\tselect S1 if " + or + "\n",
        a + numbered("\tselect S1 if S% || S2\n"),
        "if " + or + "\n" + numbered("config A%\n\tbool \"a\"\n") + "endif\n",
        "menu \"m\"\n\tvisible if "
            + or
            + "\n"
            + numbered("config A%\n\tbool \"a\"\n")
            + "endmenu\n",
        nested + a + "endif\n".repeat(MANY),
        menus + numbered("config A%\n\tbool \"a\"\n\tdepends on S%\n") + "endmenu\n".repeat(190),
        a + "\tdepends on " + "(".repeat(MANY) + "S1" + ")".repeat(MANY) + "\n",
        "choice\n\tprompt \"c\"\n"
            + numbered("config A%\n\tbool \"a\"\n\tdepends on S% || !S3\n")
            + "endchoice\n");
  }

  /** Many lines in which a symbol's number takes the place of the percent sign. */
  private static String numbered(String line) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> line.replace("S%", "S" + i % SYMBOLS).replace("%", String.valueOf(i)))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("large")
  void whatIsLargeEnds(String text) throws IOException {
    assertThat(check(Map.of("Kconfig", symbols() + text)).workspace().snapshot().models())
        .hasSize(1);
  }
}
