package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kconfigls.harness.CheckedTree;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Prop;
import kconfigls.rules.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Macros that go deep, grow, or branch: exact as far as the dialect's program goes, then told. */
@Timeout(60)
final class MacroBoundsTest {
  private static final int MANY = 100_000;

  @TempDir private Path temp;

  private CheckedTree check(String dialect, String text) throws IOException {
    Path folder = Files.createTempDirectory(temp, "tree");
    CheckedTree.write(folder, Map.of("Kconfig", text), StandardCharsets.UTF_8);
    CheckedTree tree = CheckedTree.check(folder, dialect, Map.of());
    assertThat(tree.faults()).isEmpty();
    return tree;
  }

  private static List<String> rules(CheckedTree tree) {
    return tree.findings().stream().map(Finding::rule).map(rule -> rule.id()).distinct().toList();
  }

  private static ProjectModel model(CheckedTree tree) {
    return tree.workspace().snapshot().model(0);
  }

  private static String prompt(CheckedTree tree) {
    return model(tree).symbols().get("A").nodes().getFirst().props().stream()
        .filter(Prop.Prompt.class::isInstance)
        .map(prop -> ((Prop.Prompt) prop).text())
        .findFirst()
        .orElseThrow();
  }

  private static String usedAs(String macro) {
    return "config A\n\tstring \"" + macro + "\"\n";
  }

  /** The depths were seen with conf 6.12 and with Kconfiglib 14.1. */
  @ParameterizedTest
  @CsvSource({"linux-6.12, 1000", "kconfiglib, 100"})
  void recursionGoesAsDeepAsInTheDialectsProgram(String dialect, int deepest) throws IOException {
    StringBuilder text = new StringBuilder("f = $($(1))\ng0 = end\n");
    for (int i = 1; i <= deepest + 1; i++) {
      text.append("g" + i + " = $(f,g" + (i - 1) + ")\n");
    }
    CheckedTree deep = check(dialect, text + usedAs("$(f,g" + deepest + ")"));
    assertThat(rules(deep)).isEmpty();
    assertThat(prompt(deep)).isEqualTo("end");
    CheckedTree deeper = check(dialect, text + usedAs("$(f,g" + (deepest + 1) + ")"));
    assertThat(rules(deeper)).containsExactly("macro-too-deep");
  }

  @Test
  void variablesThatUseOneAnotherMayBeMany() throws IOException {
    StringBuilder text = new StringBuilder("v0 = end\n");
    for (int i = 1; i <= MANY; i++) {
      text.append("v" + i + " = $(v" + (i - 1) + ")\n");
    }
    CheckedTree tree = check("linux-6.12", text + usedAs("$(v" + MANY + ")"));
    assertThat(rules(tree)).isEmpty();
    assertThat(prompt(tree)).isEqualTo("end");
  }

  @Test
  void referencesMayBeNestedDeeply() throws IOException {
    String macro = "$(x".repeat(MANY) + ")".repeat(MANY);
    CheckedTree tree = check("linux-6.12", "x = \n" + usedAs(macro));
    assertThat(model(tree).symbols()).containsKey("A");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f = $(g,$(1)$(1))\ng = $(f,$(1))\n|$(f,x)",
        "f = $(f,$(1)$(1))$(f,$(1))\n|$(f,x)",
        "two = $(1)$(1)\ns = $(two,$(two,$(two,$(two,$(two,$(1))))))\n"
            + "t = $(s,$(s,$(s,$(s,$(s,$(s,$(1)))))))\n|$(t,x)",
        "f = $(info,$(1))$(info,$(1)x)\ng = $(f,$(1))$(f,$(1)y)\nh = $(h,$(g,$(1))$(1)z)\n|$(h,x)"
      })
  void whatGrowsIsBoundedAndTold(String example) throws IOException {
    String[] parts = example.split("\\|");
    String second = "config B\n\tbool \"b\"\n\tdepends on NOWHERE\n";
    CheckedTree tree = check("linux-6.12", parts[0] + usedAs(parts[1]) + second);
    assertThat(rules(tree)).contains("macro-too-deep", "undefined-symbol");
    assertThat(prompt(tree)).isEqualTo(parts[1]);
  }

  @Test
  void manyCostlyLinesCostNoMoreThanTheirProjectMay() throws IOException {
    String two = "two = $(1)$(1)\ns = $(two,$(two,$(two,$(two,$(two,$(1))))))\n";
    String text = two + "t = $(s,$(s,$(s,$(1))))\n" + "X := $(t,xxxxxxxxxx)\n".repeat(5_000);
    assertThat(rules(check("linux-6.12", text + usedAs("a")))).contains("macro-too-deep");
  }

  /** Each doubles an argument, a variable or a text on the way; nothing may be made of it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "f = $(f,$(1)$(1))\n|$(f,xxxxxxxxxx)",
        "f = $(f,$(1)$(1),$(1)$(1))\n|$(f,xxxxxxxxxx)",
        "f = $(g,$(1)$(1))\ng = $(f,$(1)$(1))\n|$(f,x)",
        "a = xxxxxxxxxx\n"
            + "b = $(a)$(a)$(a)$(a)$(a)$(a)$(a)$(a)\n"
            + "c = $(b)$(b)$(b)$(b)$(b)$(b)$(b)$(b)\n"
            + "d = $(c)$(c)$(c)$(c)$(c)$(c)$(c)$(c)\n"
            + "e = $(d)$(d)$(d)$(d)$(d)$(d)$(d)$(d)\n"
            + "g = $(e)$(e)$(e)$(e)$(e)$(e)$(e)$(e)\n"
            + "h = $(g)$(g)$(g)$(g)$(g)$(g)$(g)$(g)\n"
            + "|$(h)"
      })
  void whatGrowsIsBoundedInEveryDialect(String example) throws IOException {
    String[] parts = example.split("\\|");
    for (String dialect : List.of("linux-6.12", "u-boot", "zephyr", "kconfiglib", "rt-thread")) {
      CheckedTree tree = check(dialect, parts[0] + usedAs(parts[1]));
      assertThat(tooLong(tree)).as(dialect).isEqualTo(1);
      assertThat(prompt(tree)).isEqualTo(parts[1]);
    }
  }

  private static long tooLong(CheckedTree tree) {
    return tree.findings().stream().filter(f -> f.rule().id().equals("macro-too-deep")).count();
  }

  /** A long value in names, paths and messages: the bound of the project is reported once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "config $(V)_%\n\tstring \"$(V)\"\n\tdefault \"$(V)\" if $(V)\n",
        "W% := $(V)\n",
        "source \"$(V)%\"\n",
        "config A%\n\tbool \"a\"\n\tselect $(V)_%\n",
        "W% = $(info,$(V)a%)\nconfig A%\n\tbool \"$(W%)\"\n"
      })
  void whatIsMadeInAllIsBounded(String lines) throws IOException {
    StringBuilder text = new StringBuilder("V := xxxxxxxxxx\n");
    text.append("V := $(V)$(V)\n".repeat(15));
    for (int i = 0; i < 1_000; i++) {
      text.append(lines.replace("%", String.valueOf(i)));
    }
    CheckedTree tree = check("kconfiglib", usedAs("a") + text);
    assertThat(tooLong(tree)).isEqualTo(1);
    int longest = tree.findings().stream().mapToInt(f -> f.message().length()).max().orElse(0);
    assertThat(longest).isLessThan(400_000);
  }

  /** The environment may come from the settings of a tree. */
  @ParameterizedTest
  @ValueSource(strings = {"kconfiglib", "buildroot", "zephyr"})
  void valuesOfTheEnvironmentAreBounded(String dialect) throws IOException {
    Path folder = Files.createTempDirectory(temp, "tree");
    String text = usedAs("$BIG".repeat(1_000)) + "source \"$(E0)\"\n";
    CheckedTree.write(folder, Map.of("Kconfig", text), StandardCharsets.UTF_8);
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("BIG", "x".repeat(10_000));
    for (int i = 0; i < 40; i++) {
      environment.put("E" + i, "$(E" + (i + 1) + ")$(E" + (i + 1) + ")");
    }
    CheckedTree tree = CheckedTree.check(folder, dialect, environment);
    assertThat(tree.faults()).isEmpty();
    assertThat(tooLong(tree)).isEqualTo(1);
  }

  @Test
  void appendingManyTimesIsBounded() throws IOException {
    String text = "X := x\n" + "X += $(X)\n".repeat(60) + "Y = y\n" + "Y += yyyy\n".repeat(MANY);
    assertThat(rules(check("linux-6.12", text + usedAs("a")))).containsExactly("macro-too-deep");
  }
}
