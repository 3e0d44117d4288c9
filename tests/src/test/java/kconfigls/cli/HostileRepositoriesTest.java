package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import kconfigls.harness.HostileRepositories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check runs nothing that a repository names. */
final class HostileRepositoriesTest {
  @TempDir private Path temp;
  private HostileRepositories hostile;

  @BeforeEach
  void make() throws Exception {
    hostile = HostileRepositories.make(temp);
  }

  /** The status and all that was printed. */
  private static String run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream both = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(both);
    System.setErr(both);
    try {
      return Main.run(args) + " " + printed.toString(StandardCharsets.UTF_8);
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  @Test
  void nothingRunsForTheSources() throws Exception {
    assertThat(run("check", "--sources", hostile.cloned().toString())).contains("`GONE`");
    assertThat(run("check", "--sources", hostile.unpacked().toString())).contains("`GONE`");
    assertThat(hostile.marked()).isEmpty();
  }

  @Test
  void nothingRunsForChangedLines() throws Exception {
    String unpacked = hostile.unpacked().toString();
    assertThat(run("check", "--diff", "HEAD", unpacked)).startsWith("0 0 error, 0 warning");
    assertThat(run("check", "--diff", "HEAD~1", unpacked))
        .startsWith(ExitCode.USAGE + " kconfig-ls: --diff: the object ")
        .contains("is missing", "fetches nothing")
        .hasLineCount(1);
    assertThat(run("check", "--diff", "HEAD", hostile.cloned().toString())).startsWith("0 0 error");
    assertThat(hostile.marked()).isEmpty();
  }
}
