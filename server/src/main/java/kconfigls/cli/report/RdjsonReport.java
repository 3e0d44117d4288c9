package kconfigls.cli.report;

import java.io.PrintWriter;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.text.PositionEncoding;
import kconfigls.text.escape.Phrase;

/**
 * {@code check --format rdjson}: the diagnostic format of reviewdog, whose columns count bytes of
 * UTF-8.
 */
final class RdjsonReport {
  private final CheckResult result;
  private final JsonWriter json;

  private RdjsonReport(CheckResult result, PrintWriter out) {
    this.result = result;
    this.json = new JsonWriter(out);
  }

  static void print(CheckResult result, PrintWriter out) {
    new RdjsonReport(result, out).print();
    out.println();
  }

  private void print() {
    json.beginObject().name("source").beginObject().name("name").value("kconfig-ls").endObject();
    json.name("diagnostics").beginArray();
    result.findings().forEach(this::diagnostic);
    json.endArray().endObject();
  }

  /** Reviewdog shows it as Markdown in a comment. */
  private static String message(String message) {
    return Phrase.prose(message).markdown();
  }

  private void diagnostic(Reported reported) {
    Finding finding = reported.finding();
    json.beginObject().name("message").value(message(finding.message()));
    location(finding.place());
    json.name("severity").value(severity(finding));
    json.name("code").beginObject().name("value").value(finding.rule().id()).endObject();
    List<Fix.Edit> edits = suggestion(finding);
    if (!edits.isEmpty()) {
      json.name("suggestions").beginArray();
      for (Fix.Edit edit : edits) {
        json.beginObject();
        range(edit.place());
        json.name("text").value(edit.text()).endObject();
      }
      json.endArray();
    }
    if (!finding.related().isEmpty()) {
      json.name("related_locations").beginArray();
      for (Finding.Related related : finding.related()) {
        json.beginObject().name("message").value(message(related.message()));
        location(related.place());
        json.endObject();
      }
      json.endArray();
    }
    json.endObject();
  }

  /** The first fix, if it is one edit of the same file: each suggestion must do by itself. */
  private static List<Fix.Edit> suggestion(Finding finding) {
    return finding.fixes().all().stream()
        .findFirst()
        .map(Fix::edits)
        .filter(edits -> edits.size() == 1)
        .filter(edits -> edits.getFirst().place().file().equals(finding.place().file()))
        .orElse(List.of());
  }

  private void location(Place place) {
    json.name("location").beginObject();
    json.name("path").value(place.file().relativeTo(result.repository()));
    range(place);
    json.endObject();
  }

  private void range(Place place) {
    Region region = result.region(place, PositionEncoding.UTF8);
    json.name("range").beginObject();
    position("start", region.startLine(), region.startColumn());
    position("end", region.endLine(), region.endColumn());
    json.endObject();
  }

  private void position(String name, int line, int column) {
    json.name(name).beginObject().name("line").value(line).name("column").value(column).endObject();
  }

  private static String severity(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "ERROR";
      case WARNING -> "WARNING";
      case INFO, HINT -> "INFO";
    };
  }
}
