package kconfigls.cli.report;

import java.io.PrintWriter;
import java.util.OptionalInt;
import kconfigls.analysis.Place;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.model.ProjectModel;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.rules.Severity;
import kconfigls.text.PositionEncoding;

/** {@code check --format json}. */
final class JsonReport {
  private final CheckResult result;
  private final JsonWriter json;
  private final SharedFixes shared = new SharedFixes();
  private int findings;

  private JsonReport(CheckResult result, PrintWriter out) {
    this.result = result;
    this.json = new JsonWriter(out);
  }

  static void print(CheckResult result, PrintWriter out) {
    new JsonReport(result, out).print();
    out.println();
  }

  private void print() {
    json.beginObject().name("version").value(1);
    json.name("projects").beginArray();
    result.projects().forEach(this::project);
    json.endArray().name("findings").beginArray();
    result.findings().forEach(each -> finding(each.finding(), each.fingerprint()));
    json.endArray();
    summary();
    json.endObject();
  }

  private void project(ProjectModel model) {
    json.beginObject()
        .name("name")
        .value(model.spec().name())
        .name("root")
        .value(model.spec().root().relativeTo(result.root()))
        .name("dialect")
        .value(model.spec().dialect().name())
        .name("files")
        .value(model.instances().size())
        .name("symbols")
        .value(model.symbols().size())
        .endObject();
  }

  private void finding(Finding finding, String fingerprint) {
    json.beginObject()
        .name("rule")
        .value(finding.rule().id())
        .name("severity")
        .value(finding.severity().text())
        .name("message")
        .value(finding.message())
        .name("symbol")
        .value(finding.symbol());
    place(finding.place());
    json.name("projects").beginArray();
    finding.projects().forEach(json::value);
    json.endArray().name("related").beginArray();
    for (Finding.Related related : finding.related()) {
      json.beginObject();
      place(related.place());
      json.name("message").value(related.message()).endObject();
    }
    json.endArray().name("fixes").beginArray();
    finding.fixes().all().forEach(this::fix);
    findings++;
    json.endArray().name("fingerprint").value(fingerprint).endObject();
  }

  private void fix(Fix fix) {
    json.beginObject().name("title").value(fix.title()).name("safe").value(fix.safe());
    OptionalInt earlier = shared.before(fix, findings);
    if (earlier.isPresent()) {
      json.name("sameAsOfFinding").value(earlier.getAsInt()).endObject();
      return;
    }
    json.name("edits").beginArray();
    for (Fix.Edit edit : fix.edits()) {
      json.beginObject();
      place(edit.place());
      json.name("text").value(edit.text()).endObject();
    }
    json.endArray().endObject();
  }

  private void place(Place place) {
    json.name("file").value(place.file().relativeTo(result.root()));
    Region region = result.region(place, PositionEncoding.UTF16);
    json.name("range").beginObject();
    position("start", region.startLine(), region.startColumn());
    position("end", region.endLine(), region.endColumn());
    json.endObject();
  }

  private void position(String name, int line, int column) {
    json.name(name).beginObject().name("line").value(line).name("column").value(column).endObject();
  }

  private void summary() {
    json.name("summary").beginObject();
    for (Severity severity : Severity.values()) {
      Severity worstFirst = Severity.values()[Severity.values().length - 1 - severity.ordinal()];
      json.name(worstFirst.text()).value(result.count(worstFirst));
    }
    json.name("suppressed").value(result.suppressed()).endObject();
  }
}
