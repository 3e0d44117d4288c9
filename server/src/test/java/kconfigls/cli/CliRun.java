package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Runs a command in this process. */
final class CliRun {
  /** What a command printed. */
  record Run(int status, String out, String err) {}

  private CliRun() {}

  /** Runs a command; {@code @} in its arguments stands for a folder. */
  static Run run(Path folder, Stream<String> args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream capturedOut = new ByteArrayOutputStream();
    ByteArrayOutputStream capturedErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
      int status =
          Main.run(args.map(arg -> arg.replace("@", folder.toString())).toArray(String[]::new));
      return new Run(
          status,
          capturedOut.toString(StandardCharsets.UTF_8),
          capturedErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** Asserts that a request was refused: nothing on stdout, one line on stderr that says why. */
  static void refused(Run run, String... parts) {
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).as(run.err()).hasSize(1);
    assertThat(run.err()).startsWith("kconfig-ls: ").contains(parts);
  }
}
