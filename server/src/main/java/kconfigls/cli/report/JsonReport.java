package kconfigls.cli.report;

import java.io.PrintWriter;
import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.rules.Severity;
import kconfigls.text.LinePosition;
import kconfigls.text.PositionEncoding;
import kconfigls.text.SourceText;

/** {@code check --format json}. */
public final class JsonReport {
  private final CheckResult result;
  private final JsonWriter json;

  private JsonReport(CheckResult result, PrintWriter out) {
    this.result = result;
    this.json = new JsonWriter(out);
  }

  public static void print(CheckResult result, PrintWriter out) {
    new JsonReport(result, out).print();
    out.println();
  }

  private void print() {
    json.beginObject().name("version").value(1);
    json.name("projects").beginArray();
    result.projects().forEach(this::project);
    json.endArray().name("findings").beginArray();
    Fingerprints fingerprints = new Fingerprints(result);
    result.findings().forEach(finding -> finding(finding, fingerprints.of(finding)));
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
    json.endArray().name("fingerprint").value(fingerprint).endObject();
  }

  private void fix(Fix fix) {
    json.beginObject().name("title").value(fix.title()).name("safe").value(fix.safe());
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
    json.name("range").beginObject();
    position("start", place, place.range().start());
    position("end", place, place.range().end());
    json.endObject();
  }

  private void position(String name, Place place, int offset) {
    LinePosition position =
        result
            .sources()
            .source(place.file())
            .map(SourceText::lines)
            .map(lines -> lines.position(offset, PositionEncoding.UTF16))
            .orElse(new LinePosition(0, 0));
    json.name(name)
        .beginObject()
        .name("line")
        .value(position.line() + 1)
        .name("column")
        .value(position.column() + 1)
        .endObject();
  }

  private void summary() {
    json.name("summary").beginObject();
    for (Severity severity : Severity.values()) {
      Severity worstFirst = Severity.values()[Severity.values().length - 1 - severity.ordinal()];
      long count = result.findings().stream().filter(f -> f.severity() == worstFirst).count();
      json.name(worstFirst.text()).value(count);
    }
    json.name("suppressed").value(0).endObject();
  }
}
