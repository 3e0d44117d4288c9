package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import kconfigls.text.SourceText;
import kconfigls.text.escape.Printable;
import kconfigls.text.escape.TerminalWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What commands print. Lines for people go to the writers of picocli, which escape them; reports
 * and data take another way, which is here.
 */
final class Output {
  private Output() {}

  /** Makes standard output and standard error the writers of all commands. */
  static void attach(CommandLine commandLine) {
    commandLine.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
    commandLine.setErr(
        TerminalWriter.of(new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
  }

  /** From now on standard output takes lines for people; before, the texts of picocli. */
  static void forPeople(CommandLine commandLine) {
    commandLine.setOut(TerminalWriter.of(commandLine.getOut()));
  }

  /** Standard output for formats that escape their texts themselves. */
  static PrintWriter raw(CommandSpec spec) {
    return TerminalWriter.raw(spec.commandLine().getOut());
  }

  /** Prints data: as it is into a file or a pipe, on a terminal with what is hidden escaped. */
  static void data(CommandSpec spec, String text) {
    PrintWriter out = raw(spec);
    out.print(isTerminal() ? Printable.lines(text) : text);
    out.flush();
  }

  /** The same for a text that keeps its encoding. */
  static void data(CommandSpec spec, SourceText text) {
    if (isTerminal()) {
      data(spec, text.text());
      return;
    }
    raw(spec).flush();
    System.out.writeBytes(text.bytes());
    System.out.flush();
  }

  /** Whether somebody watches standard output, as the launcher found. */
  static boolean isTerminal() {
    return Boolean.getBoolean("kconfigls.stdout.tty");
  }
}
