package kconfigls.cli.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import kconfigls.io.DiskWriter;

/**
 * The reports that were asked for.
 *
 * @param shown the formats of standard output
 * @param files the files to write, by format
 * @param version of this program
 */
public record Reports(
    List<Format> shown, Map<Format, Path> files, String version, boolean colored, boolean quiet) {

  /** A report that could not be written; the message says where and why. */
  public static final class FailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FailedException(String message) {
      super(message);
    }
  }

  /**
   * Writes the files, each as a whole or not at all, then standard output.
   *
   * @throws FailedException at the first that cannot be written
   */
  public void write(CheckResult result, PrintWriter out, PrintWriter err) {
    for (Map.Entry<Format, Path> file : files.entrySet()) {
      try {
        DiskWriter.write(
            file.getValue(),
            result.repository(),
            writer -> print(result, file.getKey(), writer, false));
      } catch (IOException e) {
        throw new FailedException(
            "--output: " + file.getValue() + " cannot be written: " + e.getMessage());
      }
    }
    boolean all = shown.isEmpty() && files.isEmpty();
    for (Format format : all ? List.of(Format.TEXT) : shown) {
      print(result, format, out, colored);
    }
    if (out.checkError()) {
      throw new FailedException("standard output cannot be written");
    }
    if (files.containsKey(Format.SARIF) || shown.contains(Format.SARIF)) {
      SarifLimits.of(result).notes().forEach(note -> err.println("kconfig-ls: SARIF: " + note));
    }
  }

  /** Writes one report. */
  public void print(CheckResult result, Format format, PrintWriter out, boolean color) {
    switch (format) {
      case TEXT -> TextReport.print(result, out, color, quiet);
      case JSON -> JsonReport.print(result, out);
      case SARIF -> SarifReport.print(result, version, out);
      case GITHUB -> GithubReport.print(result, out);
      case GITLAB -> GitlabReport.print(result, out);
      case CHECKSTYLE -> CheckstyleReport.print(result, out);
      case JUNIT -> JunitReport.print(result, out);
      case RDJSON -> RdjsonReport.print(result, out);
    }
  }
}
