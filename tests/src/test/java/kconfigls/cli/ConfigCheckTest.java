package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which configuration files {@code check} takes, for which project, and as what. */
final class ConfigCheckTest {
  private static final Pattern FINDING =
      Pattern.compile("(?m)^(\\S+):(\\d+):\\d+: (\\w+\\[[a-z-]+\\]).*$");

  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    file("Makefile", "VERSION = 6\nPATCHLEVEL = 12\n");
    file("scripts/kconfig/lexer.l", "");
    file("init/Kconfig", "");
    file(
        "Kconfig",
        """
        source "arch/$(SRCARCH)/Kconfig"

        config A
        	bool "a"
        	depends on B

        config B
        	bool "b"

        config HIDDEN
        	bool
        """);
    file("arch/arm/Kconfig", "config ON_ARM\n\tbool \"arm\"\n");
    file("arch/x86/Kconfig", "config ON_X86\n\tbool \"x86\"\n");
  }

  private void file(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private record Run(int status, String out, String err) {
    /** As {@code FILE:LINE SEVERITY[RULE]}. */
    List<String> findings() {
      List<String> found = new ArrayList<>();
      Matcher matcher = FINDING.matcher(out);
      while (matcher.find()) {
        found.add(matcher.group(1) + ":" + matcher.group(2) + " " + matcher.group(3));
      }
      return found;
    }
  }

  private Run check(String... args) {
    List<String> all = new ArrayList<>(List.of("check", "--no-progress"));
    for (String arg : args) {
      all.add(arg.replace("@", temp.toString()));
    }
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream capturedOut = new ByteArrayOutputStream();
    ByteArrayOutputStream capturedErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
      int status = Main.run(all.toArray(String[]::new));
      return new Run(
          status,
          capturedOut.toString(StandardCharsets.UTF_8),
          capturedErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void theFolderTellsTheArchitectureOfADefconfig() throws IOException {
    file("arch/arm/configs/board_defconfig", "CONFIG_ON_ARM=y\nCONFIG_ON_X86=y\n");
    Run run = check("@/arch/arm/configs/board_defconfig");
    assertThat(run.findings())
        .containsExactly("arch/arm/configs/board_defconfig:2 warning[conf-unknown-symbol]");
    assertThat(run.out()).contains("; it is in x86");
  }

  @Test
  void aFragmentIsForAllArchitecturesAndForOneThatIsNamed() throws IOException {
    file("kernel/configs/part.config", "CONFIG_ON_ARM=y\nCONFIG_A=y\nCONFIG_NOPE=y\n");
    assertThat(check("@/kernel/configs/part.config").findings())
        .containsExactly("kernel/configs/part.config:3 warning[conf-unknown-symbol]");
    assertThat(check("--arch", "x86", "@/kernel/configs/part.config").findings())
        .containsExactly(
            "kernel/configs/part.config:1 warning[conf-unknown-symbol]",
            "kernel/configs/part.config:3 warning[conf-unknown-symbol]");
  }

  @Test
  void theHeaderOfAWrittenFileTellsItsArchitectureAndItsProgram() throws IOException {
    file(
        ".config",
        """
        #
        # Automatically generated file; DO NOT EDIT.
        # Linux/arm 6.12.0 Kernel Configuration
        #
        CONFIG_ON_ARM=y
        CONFIG_ON_X86=y
        CONFIG_HIDDEN=y
        CONFIG_B=y
        CONFIG_A=y
        """);
    assertThat(check("@/.config").findings())
        .containsExactly(".config:6 hint[conf-unknown-symbol]");
  }

  @Test
  void filesOfConfigAreMergedAndOnlyTheyAreReportedOn() throws IOException {
    file("base.config", "CONFIG_A=y\n");
    file("more.config", "CONFIG_B=y\n");
    String[] root = {"--arch", "x86", "--root", "@/Kconfig", "--srctree", "@"};
    List<String> alone = new ArrayList<>(List.of(root));
    alone.addAll(List.of("--config", "@/base.config"));
    assertThat(check(alone.toArray(String[]::new)).findings())
        .containsExactly("base.config:1 warning[conf-unmet-dependency]");
    List<String> both = new ArrayList<>(alone);
    both.addAll(List.of("--config", "@/more.config"));
    assertThat(check(both.toArray(String[]::new)).findings()).isEmpty();
  }

  @Test
  void aFileOfTheTreeThatIsMissingMightSelectAnything() throws IOException {
    file("arch/x86/Kconfig", "source \"arch/x86/Missing\"\n");
    file("arch/x86/configs/some_defconfig", "CONFIG_A=y\nCONFIG_NOPE=y\nCONFIG_B=m\n");
    assertThat(check("@/arch/x86/configs/some_defconfig").findings())
        .containsExactly("arch/x86/configs/some_defconfig:3 error[conf-invalid-value]");
  }

  @Test
  void whatHangsOnACommandIsNotJudged() throws IOException {
    file(
        "arch/x86/Kconfig",
        """
        config COMPILER
        	def_bool $(shell,true)
        config FEATURE
        	bool "feature"
        	depends on COMPILER
        """);
    file("arch/x86/configs/some_defconfig", "CONFIG_FEATURE=y\n");
    assertThat(check("@/arch/x86/configs/some_defconfig").findings()).isEmpty();
  }

  @Test
  void aConfigurationThatIsMissingIsRefused() {
    Run run = check("--config", "@/none.config", "@");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err()).contains("none.config does not exist");
  }

  @Test
  void aConfigurationForAnotherTreeIsOneFinding() throws IOException {
    file("board/linux.config", "CONFIG_B=y\n" + "CONFIG_OF_ANOTHER_%d=y\n".repeat(20));
    assertThat(check("@/board/linux.config").findings())
        .containsExactly("board/linux.config:2 warning[conf-unknown-symbol]");
  }

  @Test
  void safeFixesAreWrittenAndASecondRunChangesNothing() throws IOException {
    String name = "arch/x86/configs/some_defconfig";
    file(
        name,
        "CONFIG_B=yes\r\n"
            + "CONFIG_B=y\r\n"
            + "CONFIG_A=y\r\n"
            + "# CONFIG_ON_X86 is not set\r\n"
            + "CONFIG_HIDDEN=y\r\n");
    check("--fix", "@/" + name);
    assertThat(Files.readString(temp.resolve(name))).isEqualTo("CONFIG_B=y\r\nCONFIG_A=y\r\n");
    Run again = check("--fix", "@/" + name);
    assertThat(again.findings()).isEmpty();
    assertThat(again.err()).contains("applied 0 fixes");
  }

  @Test
  void twoRunsPrintTheSameBytes() throws IOException {
    file(
        "arch/arm/configs/board_defconfig", "CONFIG_ON_X86=y\nCONFIG_A=y\n# CONFIG_B is not set\n");
    String[] args = {"--format", "json", "@/arch/arm/configs/board_defconfig"};
    assertThat(check(args).out()).isEqualTo(check(args).out()).contains("conf-unmet-dependency");
  }
}
