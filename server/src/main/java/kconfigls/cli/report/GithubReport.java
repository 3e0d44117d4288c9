package kconfigls.cli.report;

import java.io.PrintWriter;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.rules.Finding;
import kconfigls.text.PositionEncoding;
import kconfigls.text.escape.WorkflowCommand;

/** {@code check --format github}: workflow commands, one line each, that become annotations. */
final class GithubReport {
  private GithubReport() {}

  static void print(CheckResult result, PrintWriter out) {
    for (Reported reported : result.findings()) {
      Finding finding = reported.finding();
      Region region = result.region(finding.place(), PositionEncoding.UTF16);
      StringBuilder line = new StringBuilder("::").append(command(finding)).append(' ');
      String file = finding.place().file().relativeTo(result.repository());
      line.append("file=").append(WorkflowCommand.property(file));
      line.append(",line=").append(region.startLine()).append(",endLine=").append(lastLine(region));
      if (region.startLine() == region.endLine()) { // columns of several lines are refused
        line.append(",col=").append(region.startColumn());
        line.append(",endColumn=").append(Math.max(region.startColumn(), region.endColumn() - 1));
      }
      line.append(",title=").append(WorkflowCommand.property("kconfig-ls: " + finding.rule().id()));
      out.println(line.append("::").append(WorkflowCommand.data(finding.message())));
    }
  }

  /** A range that ends before the first character of a line ends in the line before it. */
  private static int lastLine(Region region) {
    boolean before = region.endColumn() == 1 && region.endLine() > region.startLine();
    return before ? region.endLine() - 1 : region.endLine();
  }

  private static String command(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "notice";
    };
  }
}
