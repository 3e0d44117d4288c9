package kconfigls.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import kconfigls.analysis.Place;
import kconfigls.rules.Finding;
import kconfigls.rules.Fix;
import kconfigls.rules.Fixes;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Rules;
import kconfigls.rules.Severity;
import kconfigls.text.SourceText;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Each format is read back. */
final class ReportsTest {
  private static final VfsPath ROOT = VfsPath.of("/work/firmware");
  private static final VfsPath FILE = ROOT.resolve("my drivers/Kconfig,ä%");
  private static final String TEXT = "config Ä\uD83D\uDE00 A\n\tbool\n\tdepends on A\n";
  private static final String NASTY =
      "50% of <a & \"b\">, say 'c':\n\u0001\uFFFEd ]]> ä \uD83D\uDE00";

  /** The same as every report shows it. */
  private static final String SHOWN = NASTY.replace("\n", "\\x0a").replace("\u0001", "\\x01");

  private static RuleInfo rule(String id) {
    return Rules.byId(id).orElseThrow().info();
  }

  private static Place place(int start, int end) {
    return new Place(FILE, new TextRange(start, end));
  }

  private static Finding finding(Severity severity, String message, Place place, Fixes fixes) {
    List<Finding.Related> related = List.of(new Finding.Related(place(0, 6), "see here"));
    return new Finding(
        rule("undefined-symbol"), severity, message, "A", place, related, List.of("arm"), fixes);
  }

  /** An error on the word after an emoji, a hint over two lines, and one without anything. */
  private static CheckResult result() {
    Fixes fixes =
        () ->
            List.of(
                Fix.safe("Delete the line", new Fix.Edit(place(19, TEXT.length()), "")),
                Fix.unsafe(
                    "Two", new Fix.Edit(place(0, 0), "#"), new Fix.Edit(place(12, 12), "#")));
    return result(
        List.of(
            finding(Severity.ERROR, NASTY, place(11, 12), fixes),
            finding(Severity.WARNING, "plain", place(32, 33), fixes),
            finding(Severity.HINT, "over two lines", place(13, 20), Fixes.NONE)));
  }

  private static CheckResult result(List<Finding> findings) {
    CheckResult.Sources sources =
        path -> path.equals(FILE) ? Optional.of(SourceText.of(TEXT)) : Optional.empty();
    return new CheckResult(
        ROOT,
        VfsPath.of("/work"),
        List.of(),
        sources,
        Fingerprints.named(findings, ROOT, sources),
        2,
        List.of());
  }

  private static String print(CheckResult result, Format format) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new Reports(List.of(), Map.of(), "1.2.3", false, false).print(result, format, out, false);
    out.flush();
    return text.toString();
  }

  private static JsonObject json(Format format) {
    return JsonParser.parseString(print(result(), format)).getAsJsonObject();
  }

  private static JsonObject at(JsonElement json, String path) {
    JsonElement here = json;
    for (String part : path.split("/")) {
      here =
          here.isJsonArray()
              ? here.getAsJsonArray().get(Integer.parseInt(part))
              : here.getAsJsonObject().get(part);
    }
    return here.getAsJsonObject();
  }

  @Test
  void theSameResultIsTheSameBytes() {
    for (Format format : Format.values()) {
      assertThat(print(result(), format)).isEqualTo(print(result(), format)).endsWith("\n");
    }
  }

  @Test
  void jsonCountsColumnsInUtf16() {
    JsonObject json = json(Format.JSON);
    JsonObject first = at(json, "findings/0");
    assertThat(first.get("message").getAsString()).isEqualTo(SHOWN);
    assertThat(first.get("file").getAsString()).isEqualTo("my drivers/Kconfig,ä%");
    assertThat(at(first, "range/start").toString()).isEqualTo("{\"line\":1,\"column\":12}");
    assertThat(at(json, "summary").get("suppressed").getAsInt()).isEqualTo(2);
  }

  @Test
  void sarifHasAllThatGithubReads() {
    JsonObject run = at(json(Format.SARIF), "runs/0");
    assertThat(run.get("columnKind").getAsString()).isEqualTo("utf16CodeUnits");
    JsonObject rule = at(run, "tool/driver/rules/0");
    assertThat(rule.get("id").getAsString()).isEqualTo("undefined-symbol");
    assertThat(rule.get("name").getAsString()).isEqualTo("UndefinedSymbol");
    assertThat(at(rule, "help").get("markdown").getAsString()).contains("## Bad");
    JsonObject first = at(run, "results/0");
    assertThat(at(first, "message").get("text").getAsString()).isEqualTo(SHOWN + ".");
    assertThat(first.get("level").getAsString()).isEqualTo("error");
    JsonObject location = at(first, "locations/0/physicalLocation");
    String uri = at(location, "artifactLocation").get("uri").getAsString();
    assertThat(uri).isEqualTo("firmware/my%20drivers/Kconfig,%C3%A4%25");
    assertThat(at(run, "artifacts/0/location").get("uri").getAsString()).isEqualTo(uri);
    assertThat(at(location, "region").get("startColumn").getAsInt()).isEqualTo(12);
    JsonObject prints = at(first, "partialFingerprints");
    assertThat(prints.get("primaryLocationLineHash").getAsString()).matches("[0-9a-f]+:1");
    assertThat(prints.get("kconfigLs/v1").getAsString()).matches("[0-9a-f]{16}");
    JsonObject change = at(first, "fixes/0/artifactChanges/0");
    assertThat(at(change, "replacements/0/deletedRegion").get("startLine").getAsInt()).isEqualTo(3);
    assertThat(at(change, "replacements/0/insertedContent").get("text").getAsString()).isEmpty();
    assertThat(at(first, "relatedLocations/0/message").get("text").getAsString())
        .isEqualTo("see here");
    assertThat(at(run, "invocations/0").get("executionSuccessful").getAsBoolean()).isTrue();
  }

  @Test
  void sarifKeepsTheMostSevereResults() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      Severity severity = i % 3 == 2 ? Severity.ERROR : Severity.HINT;
      findings.add(finding(severity, "message " + i, place(i, i), Fixes.NONE));
    }
    SarifLimits limits = SarifLimits.of(result(findings), 4);
    assertThat(limits.findings().stream().map(each -> each.finding().message()))
        .containsExactly("message 0", "message 2", "message 5", "message 8");
    assertThat(limits.notes()).hasSize(1);
    assertThat(limits.notes().getFirst()).contains("10 findings", "4 most severe");
  }

  @Test
  void sarifCutsLongListsOfRelatedPlaces() {
    List<Finding.Related> many =
        IntStream.range(0, 200).mapToObj(i -> new Finding.Related(place(0, 1), "m" + i)).toList();
    Finding finding =
        new Finding(
            rule("undefined-symbol"),
            Severity.ERROR,
            "m",
            null,
            place(0, 1),
            many,
            List.of(),
            Fixes.NONE);
    String text = print(result(List.of(finding)), Format.SARIF);
    JsonObject run = at(JsonParser.parseString(text), "runs/0");
    JsonArray related = at(run, "results/0").getAsJsonArray("relatedLocations");
    assertThat(related).hasSize(SarifLimits.MAX_RELATED);
    JsonObject note = at(run, "invocations/0/toolExecutionNotifications/0/message");
    assertThat(note.get("text").getAsString()).contains("related locations");
  }

  @Test
  void githubEscapesDataAndProperties() {
    List<String> lines = print(result(), Format.GITHUB).lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.getFirst())
        .startsWith(
            "::error file=firmware/my drivers/Kconfig%2Cä%25,line=1,endLine=1,col=12,endColumn=12,"
                + "title=kconfig-ls%3A undefined-symbol::50%25 of <a & \"b\">, say 'c':\\x0a\\x01");
    assertThat(lines.get(2)).startsWith("::notice ").contains(",line=2,endLine=3,title=");
  }

  @Test
  void gitlabHasTheFieldsOfCodeQuality() {
    JsonArray all = JsonParser.parseString(print(result(), Format.GITLAB)).getAsJsonArray();
    Set<String> fingerprints = new HashSet<>();
    for (JsonElement each : all) {
      assertThat(each.getAsJsonObject().get("severity").getAsString())
          .isIn("info", "minor", "major", "critical", "blocker");
      fingerprints.add(each.getAsJsonObject().get("fingerprint").getAsString());
    }
    assertThat(fingerprints).hasSize(3);
    assertThat(at(all, "1/location").get("path").getAsString())
        .isEqualTo("firmware/my drivers/Kconfig,ä%");
    assertThat(at(all, "1/location/lines").get("begin").getAsInt()).isEqualTo(3);
  }

  @Test
  void rdjsonCountsColumnsInBytes() {
    JsonObject json = json(Format.RDJSON);
    assertThat(at(json, "source").get("name").getAsString()).isEqualTo("kconfig-ls");
    JsonObject first = at(json, "diagnostics/0");
    assertThat(at(first, "location/range/start").toString())
        .isEqualTo("{\"line\":1,\"column\":15}");
    assertThat(first.get("severity").getAsString()).isEqualTo("ERROR");
    assertThat(first.getAsJsonArray("suggestions")).hasSize(1);
    assertThat(at(first, "related_locations/0").get("message").getAsString()).isEqualTo("see here");
    assertThat(at(json, "diagnostics/2").has("suggestions")).isFalse();
  }

  private static Document xml(CheckResult result, Format format)
      throws ParserConfigurationException, IOException, SAXException {
    String text = print(result, format);
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }

  private static Element element(Document document, String name, int index) {
    return (Element) document.getElementsByTagName(name).item(index);
  }

  @Test
  void checkstyleIsWellFormedXml() throws Exception {
    Document document = xml(result(), Format.CHECKSTYLE);
    assertThat(document.getElementsByTagName("file").getLength()).isEqualTo(1);
    assertThat(element(document, "file", 0).getAttribute("name"))
        .isEqualTo("firmware/my drivers/Kconfig,ä%");
    Element error = element(document, "error", 0);
    assertThat(error.getAttribute("message")).isEqualTo(SHOWN.replace("\uFFFE", "\\ufffe"));
    assertThat(error.getAttribute("source")).isEqualTo("kconfig-ls.undefined-symbol");
    assertThat(element(document, "error", 2).getAttribute("severity")).isEqualTo("info");
  }

  @Test
  void junitFailsErrorsAndWarnings() throws Exception {
    Document document = xml(result(), Format.JUNIT);
    Element suite = element(document, "testsuite", 0);
    assertThat(suite.getAttribute("tests")).isEqualTo("3");
    assertThat(suite.getAttribute("failures")).isEqualTo("2");
    assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo(2);
    assertThat(element(document, "failure", 0).getTextContent()).contains("<a & \"b\">");
    Document clean = xml(result(List.of()), Format.JUNIT);
    assertThat(clean.getElementsByTagName("testcase").getLength()).isEqualTo(1);
    assertThat(clean.getElementsByTagName("failure").getLength()).isZero();
  }

  @Test
  void lineHashesAreThoseOfGithub() {
    assertThat(LineHashes.of("")).isEqualTo(Map.of(1, "c129715d7a2bc9a3:1"));
    assertThat(LineHashes.of(" a\nb\n  \t\tc\n d").values())
        .containsExactly(
            "271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1");
    assertThat(LineHashes.of(" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n").values())
        .containsExactly(
            "e9496ae3ebfced30:1",
            "fb7c023a8b9ccb3f:1",
            "ce8ba1a563dcdaca:1",
            "e20e36e16fcb0cc8:1",
            "b3edc88f2938467e:1",
            "c8e28b0b4002a3a0:1",
            "c129715d7a2bc9a3:1");
    assertThat(LineHashes.of("Lorem ipsum dolor sit amet.\n".repeat(10)))
        .containsEntry(6, "a7f2ff13bc495cf2:6")
        .containsEntry(7, "a7f2ff1481e87703:1");
  }
}
