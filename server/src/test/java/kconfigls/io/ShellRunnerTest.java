package kconfigls.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kconfigls.model.Expansion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of the commands of {@code $(shell,…)}. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
final class ShellRunnerTest {
  private static final int LIMIT = 255;
  private static final String ASKER = "lib/Kconfig:7";

  @TempDir private Path folder;
  private final List<String> messages = new ArrayList<>();

  private ShellRunner runner(Path in, int seconds) {
    return new ShellRunner(in, Map.of("NAME", "value"), LIMIT, seconds, messages::add);
  }

  private Expansion run(String command) {
    return runner(folder, 30).run(command, () -> ASKER);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "echo one; echo two; echo | one two",
        "printf 'a\\n\\nb\\n\\n' | a  b",
        "echo $NAME | value",
        "cat | ''",
        "echo y; echo noise >&2; exit 3 | y",
        "printf 'a\\000b' | a"
      })
  void theOutputIsOneLine(String command, String expected) {
    assertThat(run(command)).isEqualTo(new Expansion(expected, true));
    assertThat(messages).isEmpty();
  }

  @Test
  void commandsRunInTheRootAndOnlyOnce() throws IOException {
    ShellRunner runner = runner(folder, 30);
    for (int i = 0; i < 3; i++) {
      assertThat(runner.run("echo x >>log; cat log", () -> ASKER).text()).isEqualTo("x");
    }
    assertThat(Files.readString(folder.resolve("log"))).isEqualTo("x\n");
  }

  @Test
  void onlyTheBeginningOfALongOutputCounts() {
    assertThat(run("yes 1234567890").text()).hasSize(LIMIT).startsWith("1234567890 1234567890 ");
    assertThat(run("head -c 5000000 /dev/zero | tr '\\0' a").text()).isEqualTo("a".repeat(LIMIT));
    String cut = ASKER + ": shell: only the first " + LIMIT + " bytes of its output count: ";
    assertThat(messages)
        .containsExactly(cut + "yes 1234567890", cut + "head -c 5000000 /dev/zero | tr '\\0' a");
  }

  @Test
  void aProgramThatIsNotThereIsTold() {
    assertThat(run("no-such-program").text()).isEmpty();
    assertThat(messages)
        .containsExactly(
            ASKER + ": shell: there is no such program, or it cannot be run: no-such-program");
  }

  @Test
  void aCommandThatDoesNotEndIsStoppedWithAllThatItStarted() throws Exception {
    String command = "(sleep 300 & echo $! >child; wait) & echo $! >parent; sleep 300";
    assertThat(runner(folder, 1).run(command, () -> ASKER)).isEqualTo(Expansion.UNKNOWN);
    assertThat(messages)
        .singleElement()
        .asString()
        .startsWith(ASKER + ": shell: stopped after 1 s: ");
    for (String name : List.of("child", "parent")) {
      long pid = Long.parseLong(Files.readString(folder.resolve(name)).strip());
      ProcessHandle.of(pid).ifPresent(handle -> handle.onExit().join());
    }
  }

  @Test
  void aFolderThatIsGoneIsToldWithThePlaceThatAsks() {
    Expansion result = runner(folder.resolve("gone"), 30).run("echo y", () -> ASKER);
    assertThat(result).isEqualTo(Expansion.UNKNOWN);
    assertThat(messages)
        .singleElement()
        .asString()
        .startsWith(ASKER + ": shell: ")
        .endsWith("echo y");
  }
}
