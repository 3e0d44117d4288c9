package kconfigls.cli.report;

import java.io.PrintWriter;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.rules.Finding;
import kconfigls.rules.Severity;
import kconfigls.text.PositionEncoding;
import kconfigls.text.escape.XmlText;

/**
 * {@code check --format junit}: each finding a test case; those of severity error and warning have
 * failed. A check without findings is one case that has passed.
 */
final class JunitReport {
  private final CheckResult result;
  private final PrintWriter out;

  private JunitReport(CheckResult result, PrintWriter out) {
    this.result = result;
    this.out = out;
  }

  static void print(CheckResult result, PrintWriter out) {
    new JunitReport(result, out).print();
  }

  private void print() {
    long failures = result.findings().stream().filter(f -> isFailure(f.finding())).count();
    int tests = Math.max(1, result.findings().size());
    String counts = " tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\"";
    out.println("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    out.println("<testsuites name=\"kconfig-ls\"" + counts + ">");
    out.println("  <testsuite name=\"kconfig-ls\"" + counts + " skipped=\"0\" time=\"0\">");
    if (result.findings().isEmpty()) {
      out.println("    <testcase name=\"no findings\" classname=\"kconfig-ls\" time=\"0\"/>");
    }
    result.findings().forEach(this::testCase);
    out.println("  </testsuite>");
    out.println("</testsuites>");
  }

  private void testCase(Reported reported) {
    Finding finding = reported.finding();
    String file = finding.place().file().relativeTo(result.repository());
    Region region = result.region(finding.place(), PositionEncoding.UTF16);
    String where = file + ":" + region.startLine() + ":" + region.startColumn();
    String rule = finding.rule().id();
    String severity = finding.severity().text();
    String text = XmlText.of(where + ": " + severity + "[" + rule + "]: " + finding.message());
    out.println(
        "    <testcase name=\""
            + XmlText.of(rule + " at " + where)
            + "\" classname=\""
            + XmlText.of(file)
            + "\" file=\""
            + XmlText.of(file)
            + "\" line=\""
            + region.startLine()
            + "\" time=\"0\">");
    if (isFailure(finding)) {
      String message = XmlText.of(finding.message());
      out.println(
          "      <failure type=\""
              + severity
              + "\" message=\""
              + message
              + "\">"
              + text
              + "</failure>");
    } else {
      out.println("      <system-out>" + text + "</system-out>");
    }
    out.println("    </testcase>");
  }

  private static boolean isFailure(Finding finding) {
    return finding.severity().compareTo(Severity.WARNING) >= 0;
  }
}
