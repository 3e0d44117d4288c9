package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code eval} in this process: what it prints, writes and says. */
final class EvalCommandTest {
  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    Files.writeString(temp.resolve("Kconfig"), "config B\n\tbool \"b\"\n");
  }

  private Run run(String... args) {
    return CliRun.run(temp, Stream.of(args));
  }

  @Test
  void mistakesInAConfigurationAreToldAndTheRestIsEvaluated() throws IOException {
    Files.writeString(temp.resolve("some_defconfig"), "CONFIG_B=y\nCONFIG_B=x\nstray\n");
    Run run = run("eval", "--config", "@/some_defconfig", "--dialect", "u-boot", "@");
    assertThat(run.status()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("CONFIG_B=y\n");
    assertThat(run.err().replace(temp + "/", "").lines())
        .containsExactly(
            "some_defconfig:2: warning: 'x' is no value for CONFIG_B (bool): the line is ignored",
            "some_defconfig:3: warning: 'stray' is no assignment: the line is ignored");
  }

  @Test
  void aConfigurationWithoutAFileThatItIncludesIsRefused() throws IOException {
    Files.writeString(temp.resolve("some_defconfig"), "CONFIG_B=y\n#include <gone.config>\n");
    Run run = run("eval", "--config", "@/some_defconfig", "--dialect", "u-boot", "@");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .isEqualTo(temp + "/some_defconfig:2: error: 'gone.config' does not exist\n");
  }

  @Test
  void eachFileIsEvaluatedByItself() throws IOException {
    Files.writeString(
        temp.resolve("Kconfig"), "config A\n\tbool \"a\"\nconfig B\n\tbool \"b\"\n\tdefault A\n");
    Files.writeString(temp.resolve("on_defconfig"), "CONFIG_A=y\n");
    Files.writeString(temp.resolve("off_defconfig"), "CONFIG_B=y\n");
    Path into = Files.createDirectory(temp.resolve("results"));
    Run run =
        run(
            "eval",
            "--each",
            "@/on_defconfig",
            "--each",
            "@/off_defconfig",
            "--into",
            "@/results",
            "--dialect",
            "linux-6.1",
            "@");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(into.resolve("on_defconfig")).hasContent("CONFIG_A=y\nCONFIG_B=y\n");
    assertThat(into.resolve("off_defconfig")).hasContent("# CONFIG_A is not set\nCONFIG_B=y\n");
  }

  @Test
  void aConfigurationIsEvaluatedForTheArchitectureOfItsFolder() throws IOException {
    Files.writeString(temp.resolve("Kconfig"), "source \"arch/$(SRCARCH)/Kconfig\"\n");
    for (String architecture : List.of("arm", "x86")) {
      Path folder = Files.createDirectories(temp.resolve("arch/" + architecture));
      String symbol = "config " + architecture.toUpperCase(Locale.ROOT) + "\n\tdef_bool y\n";
      Files.writeString(folder.resolve("Kconfig"), symbol);
    }
    Path configs = Files.createDirectory(temp.resolve("arch/arm/configs"));
    Files.writeString(configs.resolve("small_defconfig"), "");
    String place = "@/arch/arm/configs/small_defconfig";
    List<String> eval = List.of("eval", "--config", place, "--dialect", "linux-6.12", "@");
    Run run = run(eval.toArray(String[]::new));
    assertThat(run.out()).as(run.err()).isEqualTo("CONFIG_ARM=y\n");
    assertThat(run.err()).contains("arm, one of 2 projects, is looked at");
  }

  @Test
  void whatStopsTheTreesProgramIsToldBesideTheValues() throws IOException {
    Files.writeString(
        temp.resolve("Kconfig"),
        "$(error-if,y,stop here)\nX := $(foo\nconfig A\n\tdef_bool y\n\tdefalt n\n");
    Files.writeString(temp.resolve("empty"), "");
    Run run = run("eval", "--dialect", "linux-6.12", "--config", "@/empty", "@");
    assertThat(run.out()).isEqualTo("CONFIG_A=y\n");
    assertThat(run.err().lines())
        .containsExactly(
            "Kconfig:1: error: stop here",
            "Kconfig:2: error: the macro `$(foo` has no closing ')'",
            "Kconfig:5: error: unknown statement 'defalt'");
  }

  @Test
  void anEmptyResultIsWrittenToo() throws IOException {
    Files.writeString(temp.resolve("Kconfig"), "mainmenu \"nothing\"\n");
    Files.writeString(temp.resolve("some_defconfig"), "");
    Path into = Files.createDirectory(temp.resolve("results"));
    Run run = run("eval", "--each", "@/some_defconfig", "--into", "@/results", "@");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(into.resolve("some_defconfig")).exists().isEmptyFile();
  }

  @Test
  void withoutAResultNothingIsWritten() throws IOException {
    Files.writeString(temp.resolve("some_defconfig"), "#include <gone.config>\n");
    Path into = Files.createDirectory(temp.resolve("results"));
    String file = "@/some_defconfig";
    Run run = run("eval", "--each", file, "--into", "@/results", "--dialect", "u-boot", "@");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(into).isEmptyDirectory();
  }
}
