package kconfigls.cli.report;

import java.io.PrintWriter;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.rules.Finding;
import kconfigls.text.PositionEncoding;

/** {@code check --format gitlab}: a report of GitLab's code quality. */
final class GitlabReport {
  private GitlabReport() {}

  static void print(CheckResult result, PrintWriter out) {
    JsonWriter json = new JsonWriter(out);
    json.beginArray();
    for (Reported reported : result.findings()) {
      Finding finding = reported.finding();
      Region region = result.region(finding.place(), PositionEncoding.UTF16);
      json.beginObject();
      json.name("description").value(finding.message());
      json.name("check_name").value(finding.rule().id());
      json.name("fingerprint").value(reported.fingerprint());
      json.name("severity").value(severity(finding));
      json.name("location").beginObject();
      json.name("path").value(finding.place().file().relativeTo(result.repository()));
      json.name("lines").beginObject();
      json.name("begin").value(region.startLine()).name("end").value(region.endLine());
      json.endObject().endObject().endObject();
    }
    json.endArray();
    out.println();
  }

  private static String severity(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "critical";
      case WARNING -> "major";
      case INFO -> "minor";
      case HINT -> "info";
    };
  }
}
