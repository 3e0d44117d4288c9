package kconfigls.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kconfigls.analysis.Place;
import kconfigls.cli.report.CheckResult.Region;
import kconfigls.cli.report.CheckResult.Reported;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.RulePages;
import kconfigls.rules.Severity;
import kconfigls.text.PositionEncoding;
import kconfigls.text.SourceText;
import kconfigls.text.escape.SarifText;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** {@code check --format sarif}: SARIF 2.1.0, within the limits of GitHub's code scanning. */
final class SarifReport {
  /** The name of the folder that paths are relative to; the reader knows where it is. */
  private static final String BASE = "SRCROOT";

  private final CheckResult result;
  private final SarifLimits limits;
  private final JsonWriter json;
  private final SharedFixes shared = new SharedFixes();
  private final Map<String, RuleInfo> rules = new TreeMap<>();
  private final Map<String, Integer> ruleIndexes = new HashMap<>();
  private final Map<VfsPath, Integer> files = new LinkedHashMap<>();
  private final Map<VfsPath, Map<Integer, String>> hashes = new HashMap<>();

  private SarifReport(CheckResult result, PrintWriter out) {
    this.result = result;
    this.limits = SarifLimits.of(result);
    this.json = new JsonWriter(out);
    for (Reported reported : limits.findings()) {
      RuleInfo rule = reported.finding().rule();
      rules.put(rule.id(), rule);
      files.putIfAbsent(reported.finding().place().file(), files.size());
    }
    rules.keySet().forEach(id -> ruleIndexes.put(id, ruleIndexes.size()));
  }

  static void print(CheckResult result, String version, PrintWriter out) {
    new SarifReport(result, out).print(version);
    out.println();
  }

  private void print(String version) {
    json.beginObject().name("$schema").value("https://json.schemastore.org/sarif-2.1.0.json");
    json.name("version").value("2.1.0");
    json.name("runs").beginArray().beginObject();
    json.name("tool").beginObject().name("driver").beginObject();
    json.name("name").value("kconfig-ls").name("version").value(version);
    RulePages.published().ifPresent(site -> json.name("informationUri").value(site));
    json.name("rules").beginArray();
    rules.values().forEach(rule -> SarifRules.print(rule, json));
    json.endArray().endObject().endObject();
    invocation();
    json.name("columnKind").value("utf16CodeUnits");
    json.name("originalUriBaseIds").beginObject().name(BASE).beginObject();
    json.name("description").beginObject().name("text").value("The top folder of the repository.");
    json.endObject().endObject().endObject();
    json.name("artifacts").beginArray();
    files.keySet().forEach(this::artifact);
    json.endArray().name("results").beginArray();
    limits.findings().forEach(this::result);
    json.endArray().endObject().endArray().endObject();
  }

  private void invocation() {
    json.name("invocations").beginArray().beginObject();
    json.name("executionSuccessful").value(result.faults().isEmpty());
    json.name("toolExecutionNotifications").beginArray();
    result.faults().forEach(fault -> notification("fault", "error", fault));
    limits.notes().forEach(note -> notification("limit", "warning", note));
    json.endArray().endObject().endArray();
  }

  private void notification(String id, String level, String text) {
    json.beginObject().name("descriptor").beginObject().name("id").value(id).endObject();
    json.name("level").value(level);
    message("message", text).endObject();
  }

  private void artifact(VfsPath file) {
    json.beginObject();
    location("location", file);
    result
        .sources()
        .source(file)
        .filter(source -> source.firstInvalidByte() == source.length())
        .ifPresent(source -> json.name("encoding").value("UTF-8"));
    json.endObject();
  }

  private void result(Reported reported) {
    Finding finding = reported.finding();
    json.beginObject().name("ruleId").value(finding.rule().id());
    json.name("ruleIndex").value(ruleIndexes.getOrDefault(finding.rule().id(), -1));
    json.name("level").value(level(finding.severity()));
    message("message", SarifRules.sentence(finding.message()));
    json.name("locations").beginArray().beginObject();
    physical(finding.place());
    json.endObject().endArray();
    related(finding);
    json.name("partialFingerprints").beginObject();
    json.name("kconfigLs/v1").value(reported.fingerprint());
    String hash = lineHash(finding.place());
    if (hash != null) {
      json.name("primaryLocationLineHash").value(hash);
    }
    json.endObject();
    fixes(finding);
    properties(finding);
    json.endObject();
  }

  private void related(Finding finding) {
    List<Finding.Related> shown = limits.shown(finding.related());
    if (shown.isEmpty()) {
      return;
    }
    json.name("relatedLocations").beginArray();
    for (int i = 0; i < shown.size(); i++) {
      json.beginObject().name("id").value(i + 1);
      physical(shown.get(i).place());
      message("message", shown.get(i).message()).endObject();
    }
    json.endArray();
  }

  private @Nullable String lineHash(Place place) {
    int line = result.region(place, PositionEncoding.UTF16).startLine();
    return hashes
        .computeIfAbsent(
            place.file(),
            file ->
                result
                    .sources()
                    .source(file)
                    .map(SourceText::text)
                    .map(LineHashes::of)
                    .orElse(Map.of()))
        .get(line);
  }

  private void fixes(Finding finding) {
    List<Fix> fixes =
        finding.fixes().all().stream().filter(fix -> shared.before(fix, 0).isEmpty()).toList();
    if (fixes.isEmpty()) {
      return;
    }
    json.name("fixes").beginArray();
    for (Fix fix : fixes) {
      json.beginObject();
      message("description", SarifRules.sentence(fix.title()));
      json.name("artifactChanges").beginArray();
      Map<VfsPath, List<Fix.Edit>> byFile = new TreeMap<>();
      for (Fix.Edit edit : fix.edits()) {
        byFile.computeIfAbsent(edit.place().file(), file -> new ArrayList<>()).add(edit);
      }
      byFile.forEach(this::change);
      json.endArray().endObject();
    }
    json.endArray();
  }

  private void change(VfsPath file, List<Fix.Edit> edits) {
    json.beginObject();
    location("artifactLocation", file);
    json.name("replacements").beginArray();
    for (Fix.Edit edit : edits) {
      json.beginObject();
      region("deletedRegion", edit.place());
      json.name("insertedContent").beginObject().name("text").value(edit.text()).endObject();
      json.endObject();
    }
    json.endArray().endObject();
  }

  private void properties(Finding finding) {
    json.name("properties").beginObject();
    if (finding.symbol() != null) {
      json.name("symbol").value(finding.symbol());
    }
    json.name("projects").beginArray();
    finding.projects().forEach(json::value);
    json.endArray().endObject();
  }

  private void physical(Place place) {
    json.name("physicalLocation").beginObject();
    location("artifactLocation", place.file());
    region("region", place);
    json.endObject();
  }

  private void location(String name, VfsPath file) {
    boolean inside = file.isIn(result.repository());
    json.name(name).beginObject();
    json.name("uri").value(SarifUris.uri(file, result.repository()));
    if (inside) {
      json.name("uriBaseId").value(BASE);
    }
    Integer index = files.get(file);
    if (index != null) {
      json.name("index").value(index);
    }
    json.endObject();
  }

  private void region(String name, Place place) {
    Region region = result.region(place, PositionEncoding.UTF16);
    json.name(name).beginObject();
    json.name("startLine").value(region.startLine());
    json.name("startColumn").value(region.startColumn());
    json.name("endLine").value(region.endLine());
    json.name("endColumn").value(region.endColumn()).endObject();
  }

  private JsonWriter message(String name, String text) {
    return json.name(name).beginObject().name("text").value(SarifText.of(text)).endObject();
  }

  /** The level of a severity. */
  static String level(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO, HINT -> "note";
    };
  }
}
