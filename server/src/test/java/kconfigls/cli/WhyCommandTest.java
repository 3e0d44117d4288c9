package kconfigls.cli;

import static kconfigls.cli.CliRun.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code why} in this process: what it says of symbols of all kinds. */
final class WhyCommandTest {
  private static final String TREE =
      """
      config MODULES
      	bool "Modules"
      	modules

      menu "Buses"

      config BUS
      	tristate "Bus"

      config BUS_SPEED
      	int "Speed"
      	depends on BUS
      	default 7

      endmenu

      config DEVICE
      	tristate "Device"
      	depends on BUS && BUS_SPEED = 7
      	select HELPER

      config HELPER
      	bool

      config SERVER
      	bool "Server"
      	default $(shell,true)

      choice
      	prompt "Level"

      config LOW
      	bool "Low"

      config HIGH
      	bool "High"

      endchoice

      config FAR
      	bool "Far"
      	depends on BUS_SPEED > 9

      config USER
      	bool "User"
      	depends on BUS

      config EXPERT
      	bool "Expert"

      config BASIC
      	bool "Basic" if EXPERT
      	default y

      config LEVEL
      	int "Level"
      	range 1 5

      config HOLDER
      	bool "Holder"
      	depends on BUS
      	select HELD

      config HELD
      	bool "Held"

      choice
      	prompt "Side" if EXPERT

      config LEFT
      	bool "Left"

      config RIGHT
      	bool "Right"

      endchoice
      """;

  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    Files.writeString(temp.resolve("Kconfig"), TREE);
    Files.writeString(
        temp.resolve("some_defconfig"), "CONFIG_DEVICE=y\nCONFIG_LOW=y\nCONFIG_LEVEL=9\n");
  }

  private Run run(String... args) {
    List<String> all = new ArrayList<>(List.of("why"));
    all.addAll(List.of(args));
    all.add("@");
    if (!all.contains("--dialect")) {
      all.addAll(List.of("--dialect", "linux-6.12"));
    }

    return CliRun.run(temp, all.stream());
  }

  private void says(String symbol, String expected) {
    Run run = run(symbol, "--config", "@/some_defconfig");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).isEqualTo(expected);
    assertThat(run.status()).isEqualTo(ExitCode.OK);
  }

  @Test
  void aNumberIsWhatItsRangeMakesOfItsDefault() throws IOException {
    Files.writeString(
        temp.resolve("Kconfig"),
        "config K\n\tint\n\tdefault 03\n\trange LOW 6\nconfig LOW\n\tint\n\tdefault 4\n");
    assertThat(run("K").out())
        .startsWith(
            """
            K (int) is 4 in linux without a configuration file: by `default 03`, which its range makes 4
              not visible: it has no prompt
              Kconfig:1: without a prompt
              its range is LOW to 6
            """);
    Files.writeString(temp.resolve("Kconfig"), "config K\n\tint\n\tdefault 05\n\trange 4 6\n");
    assertThat(run("K").out()).contains(": by `default 05`\n");
  }

  @Test
  void aNumberThatIsOffHasNoValueAndNoRange() throws IOException {
    Files.writeString(
        temp.resolve("Kconfig"),
        "config A\n\tbool \"a\"\nconfig Z\n\tint \"z\"\n\tdepends on A\n\trange 3 9\n");
    assertThat(run("Z", "--dialect", "linux-6.1").out())
        .startsWith("Z (int) has no value in linux without a configuration file: nothing sets it\n")
        .doesNotContain("range");
  }

  @Test
  void whatASymbolNeedsIsToBeWrittenBeforeIt() {
    says(
        "USER",
        """
        USER (bool) is n in linux with some_defconfig: nothing sets it
          not visible: needs `BUS`: `BUS` is n
          Kconfig:44: "User"

        to make it y, write into some_defconfig
          CONFIG_BUS=y
          CONFIG_USER=y
        which changes 3 others: BUS_SPEED from 0 to 7, DEVICE from n to y, HELPER from n to y
        """);
  }

  @Test
  void whatNobodyCanWriteIsTold() {
    says(
        "DEVICE",
        """
        DEVICE (tristate) is n in linux with some_defconfig: asked to be `y` in `some_defconfig:1`
          not visible: needs `BUS`: `BUS` is n; needs `BUS_SPEED = 7`: `BUS_SPEED` is 0
          Kconfig:17: "Device"

        to make it y, something else has to change first:
          needs `BUS`: `BUS` is n (Kconfig:7)
          needs `BUS_SPEED = 7`: `BUS_SPEED` is 0 (Kconfig:10)

        to make it m, something else has to change first:
          needs `BUS`: `BUS` is n (Kconfig:7)
          needs `BUS_SPEED = 7`: `BUS_SPEED` is 0 (Kconfig:10)
          there are no modules: `MODULES` is n
        """);
    says(
        "HELPER",
        """
        HELPER (bool) is n in linux with some_defconfig: nothing sets it
          not visible: it has no prompt
          Kconfig:22: without a prompt

        to make it y, something else has to change first:
          `HELPER` has no prompt, so nobody can set it (Kconfig:22)
          `DEVICE` would select it (Kconfig:20)
        """);
  }

  @Test
  void aNumberThatCannotBeSeenCanBeMadeVisible() {
    says(
        "CONFIG_BUS_SPEED",
        """
        BUS_SPEED (int) is 0 in linux with some_defconfig: nothing sets it
          not visible: needs `BUS`: `BUS` is n
          Kconfig:10: "Speed", in Buses

        to see and set it, write into some_defconfig
          CONFIG_BUS=y
        which changes 2 others: DEVICE from n to y, HELPER from n to y
        """);
  }

  @Test
  void aMemberTakesThePlaceOfTheOneThatIsOn() {
    says(
        "HIGH",
        """
        HIGH (bool) is n in linux with some_defconfig: its choice has `LOW`
          Kconfig:35: "High"

        to make it y, write into some_defconfig
          # CONFIG_LOW is not set  (in place of CONFIG_LOW=y)
          CONFIG_HIGH=y
        which changes one other: LOW from y to n
        """);
  }

  @Test
  void whatIsOnByDefaultCanBeSwitchedOffOnlyWhereItIsShown() {
    says(
        "BASIC",
        """
        BASIC (bool) is y in linux with some_defconfig: by `default y`
          not visible: needs `EXPERT`: `EXPERT` is n
          Kconfig:51: "Basic"

        to make it n, write into some_defconfig
          CONFIG_EXPERT=y
          # CONFIG_BASIC is not set
        """);
  }

  @Test
  void aNumberOutOfItsRangeIsToldWithTheRange() {
    says(
        "LEVEL",
        """
        LEVEL (int) is 5 in linux with some_defconfig: asked to be `9` in `some_defconfig:3`; its range is 1 to 5
          Kconfig:55: "Level"
          its range is 1 to 5

        it is visible: any value that its type and its range allow can be set
        """);
  }

  @Test
  void whatIsSelectedIsHeldByThatEvenIfItIsSetToo() throws IOException {
    Files.writeString(
        temp.resolve("some_defconfig"), "CONFIG_BUS=y\nCONFIG_HOLDER=y\nCONFIG_HELD=y\n");
    says(
        "HELD",
        """
        HELD (bool) is y in linux with some_defconfig: set in `some_defconfig:3`, and selected by `HOLDER`
          Kconfig:64: "Held"

        to make it n, something else has to change first:
          `HOLDER` selects it (Kconfig:62)
        """);
  }

  @Test
  void aChoiceThatIsNotShownIsTheReasonOfItsMembers() {
    Run run = run("RIGHT", "--config", "@/some_defconfig", "--dialect", "kconfiglib");
    assertThat(run.out())
        .isEqualTo(
            """
            RIGHT (bool) is n in kconfiglib with some_defconfig: nothing sets it
              not visible: needs `EXPERT`: `EXPERT` is n
              Kconfig:73: "Right"

            to make it y, write into some_defconfig
              CONFIG_EXPERT=y
              CONFIG_RIGHT=y
            """);
  }

  @Test
  void withoutAFileOnlyDefaultsCount() {
    Run run = run("BUS_SPEED");
    assertThat(run.status()).isEqualTo(ExitCode.OK);
    assertThat(run.out())
        .startsWith("BUS_SPEED (int) is 0 in linux without a configuration file: nothing sets it");
  }

  @Test
  void whatHangsOnACommandIsUnknown() {
    Run run = run("SERVER");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).startsWith("SERVER (bool) is unknown in linux ");
    assertThat(run.err()).contains("--allow-shell").hasLineCount(1);
    assertThat(run("SERVER", "--assume", "SERVER=y").out())
        .startsWith("SERVER (bool) is y in linux without a configuration file: given by --assume");
  }

  @Test
  void wrongRequestsAreRefused() {
    refused(run("BUSS"), "no symbol 'BUSS'", "did you mean BUS?");
    refused(run("BUS", "--config", "@/gone"), "gone does not exist");
    refused(run("BUS", "--assume", "LEVEL=banana"), "--assume LEVEL: 'banana' is no value");
    refused(run("BUS", "--config", "@"), " is a folder");
    refused(run("BUS", "--assume", "BUSS=y"), "--assume: no symbol is called 'BUSS'");
  }
}
