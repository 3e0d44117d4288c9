package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kconfigls.cli.report.CheckResult;
import kconfigls.cli.report.Format;
import kconfigls.cli.report.Reports;
import picocli.CommandLine.Option;

/** The options that say which reports {@code check} writes, and how. */
final class ReportOptions {
  private enum Color {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "what standard output shows: ${COMPLETION-CANDIDATES}; may be repeated")
  private List<Format> formats = new ArrayList<>();

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      description = "write a report to a file instead; may be repeated")
  private Map<Format, Path> outputs = new LinkedHashMap<>();

  @Option(names = "--color", paramLabel = "WHEN", description = "${COMPLETION-CANDIDATES}")
  private Color color = Color.AUTO;

  /** Writes all reports. */
  void write(CheckResult result, boolean quiet, PrintWriter out, PrintWriter err) {
    boolean colored = color == Color.ALWAYS || (color == Color.AUTO && Output.isTerminal());
    List<Format> shown =
        formats.stream().distinct().filter(format -> !outputs.containsKey(format)).toList();
    try {
      new Reports(shown, outputs, Version.number(), colored, quiet).write(result, out, err);
    } catch (Reports.FailedException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
