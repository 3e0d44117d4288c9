package kconfigls.cli.report;

import java.io.PrintWriter;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.rules.Finding;
import kconfigls.text.PositionEncoding;
import kconfigls.text.escape.XmlText;

/** {@code check --format checkstyle}. */
final class CheckstyleReport {
  private CheckstyleReport() {}

  static void print(CheckResult result, PrintWriter out) {
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println("<checkstyle version=\"4.3\">");
    String open = "";
    for (Reported reported : result.findings()) {
      Finding finding = reported.finding();
      String file = finding.place().file().relativeTo(result.repository());
      if (!file.equals(open)) {
        close(open, out);
        out.println("  <file name=\"" + XmlText.of(file) + "\">");
        open = file;
      }
      Region region = result.region(finding.place(), PositionEncoding.UTF16);
      out.printf(
          "    <error line=\"%d\" column=\"%d\" severity=\"%s\" message=\"%s\""
              + " source=\"kconfig-ls.%s\"/>%n",
          region.startLine(),
          region.startColumn(),
          severity(finding),
          XmlText.of(finding.message()),
          finding.rule().id());
    }
    close(open, out);
    out.println("</checkstyle>");
  }

  private static void close(String open, PrintWriter out) {
    if (!open.isEmpty()) {
      out.println("  </file>");
    }
  }

  private static String severity(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "info";
    };
  }
}
