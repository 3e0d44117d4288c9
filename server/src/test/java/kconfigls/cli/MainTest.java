package kconfigls.cli;

import static kconfigls.cli.CliRun.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Commands run in this process: their exit status and what they print. */
final class MainTest {
  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    Files.writeString(
        temp.resolve("Kconfig"),
        """
        config A
        \tbool "a"
        \tdepends on MISSING

        config B
        \tbool "b"
        \tselect A if C

        source "sub/Kconfig"
        """);
    Files.createDirectories(temp.resolve("sub"));
    Files.writeString(
        temp.resolve("sub/Kconfig"),
        "config C\n\ttristate \"c\"\n\tdefault m if B && !D\n\nconfig D\n\tbool\n");
  }

  private Run run(String... args) {
    return CliRun.run(temp, Stream.of(args));
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(List.of("check", "@/none"), List.of("@/none", "does not exist")),
        Arguments.of(List.of("check", "--root", "@/none"), List.of("--root", "does not exist")),
        Arguments.of(List.of("check", "--root", "@/sub"), List.of("--root", "is a folder")),
        Arguments.of(
            List.of("check", "--srctree", "@/Kconfig"), List.of("--srctree", "is no folder")),
        Arguments.of(List.of("check", "@", "--bogus"), List.of("--bogus")),
        Arguments.of(List.of("check", "@", "--format", "yaml"), List.of("--format", "yaml")),
        Arguments.of(List.of("check", "@", "--fail-on", "bad"), List.of("--fail-on", "bad")),
        Arguments.of(
            List.of("check", "@", "--rule", "undefined-symbl=off"),
            List.of("undefined-symbl", "did you mean", "undefined-symbol")),
        Arguments.of(
            List.of("check", "@", "--rule", "undefined-symbol=eror"),
            List.of("eror", "did you mean 'error'")),
        Arguments.of(List.of("check", "@", "--dialect", "linx"), List.of("linx", "linux")),
        Arguments.of(List.of("check", "@", "--arch", "vax"), List.of("vax")),
        Arguments.of(List.of("symbols", "@/none"), List.of("does not exist")),
        Arguments.of(List.of("symbols", "--root", "@/none"), List.of("does not exist")),
        Arguments.of(List.of("eval", "@"), List.of("--config", "--each")),
        Arguments.of(
            List.of("eval", "--each", "@/Kconfig", "--config", "@/Kconfig", "@"),
            List.of("--config", "--each")),
        Arguments.of(List.of("eval", "--each", "@/Kconfig", "@"), List.of("--each", "--into")),
        Arguments.of(
            List.of("eval", "--each", "@/x", "--each", "@/sub/x", "--into", "@", "@"),
            List.of("@/x", "sub/x", "same name")),
        Arguments.of(
            List.of("eval", "--each", "@/Kconfig", "--into", "@/none", "@"),
            List.of("--into", "none", "does not exist")),
        Arguments.of(
            List.of("eval", "--each", "@/none", "--into", "@", "@"), List.of("--each: @/none")),
        Arguments.of(
            List.of("eval", "--config", "@/Kconfig", "--assume", "NOSUCH=y", "@"),
            List.of("--assume", "no symbol", "'NOSUCH'")),
        Arguments.of(
            List.of("check", "--fial-on", "error", "@"),
            List.of("unknown option '--fial-on'; did you mean '--fail-on'?")),
        Arguments.of(
            List.of("check", "--nonsense=1", "@"),
            List.of("unknown option '--nonsense'; 'kconfig-ls check --help' lists all")),
        Arguments.of(List.of("check", "--output", "x", "@"), List.of(" option '--output'")),
        Arguments.of(
            List.of("serve", "--record", "@/no/x"), List.of("--record", "@/no/x", "folder")),
        Arguments.of(List.of("explain", "no-such-rule"), List.of("no-such-rule")),
        Arguments.of(
            List.of("chekc", "@"), List.of("unknown command 'chekc'; did you mean 'check'?")),
        Arguments.of(List.of("lint", "@"), List.of("unknown command 'lint'; --help lists all")),
        Arguments.of(
            List.of("check", "@", "--rule", "nonsense=off"),
            List.of("unknown rule 'nonsense'; `kconfig-ls rules` lists all")),
        Arguments.of(List.of(), List.of("which command?")),
        Arguments.of(
            List.of("check", "--output", "json=@/no/x", "@"), List.of("--output", "no/x")));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void whatCannotBeDoneIsRefused(List<String> args, List<String> parts) {
    Run run = run(args.toArray(String[]::new));
    refused(run, parts.stream().map(p -> p.replace("@", temp.toString())).toArray(String[]::new));
  }

  @Test
  void aFolderWithoutARootIsRefused() throws IOException {
    Files.createDirectories(temp.resolve("empty"));
    Files.delete(temp.resolve("Kconfig"));
    Files.delete(temp.resolve("sub/Kconfig"));
    refused(run("check", "@/empty"), "no root Kconfig file");
  }

  @Test
  void loopsOfLinksAreRefused() throws IOException {
    Files.createSymbolicLink(temp.resolve("one"), temp.resolve("two"));
    Files.createSymbolicLink(temp.resolve("two"), temp.resolve("one"));
    refused(run("check", "@/one"), "one", "link");
    refused(run("check", "--root", "@/one"), "--root");
    Files.writeString(temp.resolve("Kconfig"), "source \"one\"\n");
    Run run = run("check", "@");
    assertThat(run.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("error").contains("link");
  }

  @Test
  void aLinkBackToTheTreeEnds() throws IOException {
    Files.createSymbolicLink(temp.resolve("sub/back"), temp);
    Files.writeString(temp.resolve("sub/Kconfig"), "source \"sub/back/Kconfig\"\n");
    Run run = run("check", "@");
    assertThat(run.status()).isIn(ExitCode.OK, ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void anUnreadableFileIsRefused() throws IOException {
    Path file = Files.writeString(temp.resolve("secret"), "config X\n\tbool\n");
    assertThat(file.toFile().setReadable(false, false)).isTrue();
    assumeFalse(Files.isReadable(file), "permission bits do not bind this user (root)");
    refused(run("check", "@/secret"), "secret", "permission denied");
    refused(run("check", "--root", "@/secret"), "permission denied");
  }

  @Test
  void aFileThatIsNoRegularFileIsAFinding() throws Exception {
    BadInputTest.pipe(temp.resolve("pipe"));
    Files.writeString(temp.resolve("Kconfig"), "source \"pipe\"\nsource \"sub\"\n");
    Run run = run("check", "@");
    assertThat(run.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("missing-source-file");
  }

  static Stream<Arguments> settings() {
    return Stream.of(
        Arguments.of("{\"dialcet\": \"linux\"}", List.of("unknown setting 'dialcet'", "'dialect'")),
        Arguments.of("{\"rules\": {\"nope\": \"off\"}}", List.of("nope")),
        Arguments.of("{\"rules\": {\"undefined-symbol\": \"loud\"}}", List.of("loud")),
        Arguments.of("{\"dialect\": \"nope\"}", List.of("nope", "linux")),
        Arguments.of("{\"env\": [1]}", List.of("'env' must be an object")),
        Arguments.of("{\"arch\": {\"a\": 1}}", List.of("'arch'")),
        Arguments.of("{\"arch\": [{\"a\": 1}]}", List.of("'arch'")),
        Arguments.of("{\"root\": []}", List.of("'root' must be a text")),
        Arguments.of("{\"root\": \"nowhere/Kconfig\"}", List.of("nowhere/Kconfig")),
        Arguments.of("{\"srctree\": \"nowhere\"}", List.of("nowhere")),
        Arguments.of("[]", List.of("must be an object")),
        Arguments.of("", List.of("must be an object")),
        Arguments.of("{\"dialect\": ", List.of(".kconfig-ls.json")));
  }

  @ParameterizedTest
  @MethodSource("settings")
  void badSettingsAreRefused(String json, List<String> parts) throws IOException {
    Files.writeString(temp.resolve(".kconfig-ls.json"), json);
    refused(run("check", "@"), parts.toArray(String[]::new));
  }

  @Test
  void goodSettingsWithCommentsHold() throws IOException {
    Files.writeString(
        temp.resolve(".kconfig-ls.json"),
        "// ours\n{ \"dialect\": \"linux\", \"rules\": { \"undefined-symbol\": \"error\" } }\n");
    assertThat(run("check", "@").status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run("check", "@", "--rule", "undefined-symbol=off").status()).isEqualTo(ExitCode.OK);
  }

  @Test
  void theStatusFollowsFailOn() {
    assertThat(run("check", "@").status()).isEqualTo(ExitCode.OK);
    assertThat(run("check", "@", "--fail-on", "warning").status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run("check", "@", "--rule", "undefined-symbol=error").status())
        .isEqualTo(ExitCode.FINDINGS);
    assertThat(run("check", "@", "--rule", "undefined-symbol=error", "--fail-on", "never").status())
        .isEqualTo(ExitCode.OK);
  }

  @Test
  void verboseTellsWhatATreeWasTakenFor() {
    assertThat(run("check", "@").err()).doesNotContain("dialect");
    assertThat(run("check", "@", "--verbose").err())
        .containsPattern(
            "dialect \\S+, language of Linux \\d+\\.\\d+, root file Kconfig, projects: \\S+");
  }

  @Test
  void twoRunsPrintTheSameBytes() {
    for (String format : List.of("text", "json")) {
      Run first = run("check", "@", "--format", format);
      assertThat(first.out()).contains("MISSING");
      assertThat(run("check", "@", "--format", format)).isEqualTo(first);
      Run symbols = run("symbols", "@", "--format", format);
      assertThat(symbols.out()).contains("A");
      assertThat(run("symbols", "@", "--format", format)).isEqualTo(symbols);
    }
  }

  @Test
  void jsonOfCheckIsAsPublished() {
    Run run = run("check", "@", "--format", "json");
    assertThat(run.err()).isEmpty();
    JsonObject json = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(json.keySet()).containsExactly("version", "projects", "findings", "summary");
    assertThat(json.get("version").getAsInt()).isEqualTo(1);
    JsonObject project = json.getAsJsonArray("projects").get(0).getAsJsonObject();
    assertThat(project.keySet()).containsExactly("name", "root", "dialect", "files", "symbols");
    assertThat(project.get("root").getAsString()).isEqualTo("Kconfig");
    assertThat(project.get("files").getAsInt()).isEqualTo(2);
    assertThat(project.get("symbols").getAsInt()).isEqualTo(4);
    JsonObject finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
    assertThat(finding.keySet())
        .containsExactly(
            "rule",
            "severity",
            "message",
            "symbol",
            "file",
            "range",
            "projects",
            "related",
            "fixes",
            "fingerprint");
    assertThat(finding.get("rule").getAsString()).isEqualTo("undefined-symbol");
    assertThat(finding.get("symbol").getAsString()).isEqualTo("MISSING");
    assertThat(finding.get("file").getAsString()).isEqualTo("Kconfig");
    assertThat(finding.get("range"))
        .isEqualTo(
            JsonParser.parseString(
                "{\"start\":{\"line\":3,\"column\":13},\"end\":{\"line\":3,\"column\":20}}"));
    JsonObject summary = json.getAsJsonObject("summary");
    assertThat(summary.keySet()).containsExactly("error", "warning", "info", "hint", "suppressed");
    assertThat(summary.get("warning").getAsInt()).isEqualTo(1);
  }

  @Test
  void jsonOfSymbolsIsAsPublished() {
    JsonObject json =
        JsonParser.parseString(run("symbols", "@", "--format", "json").out()).getAsJsonObject();
    assertThat(json.keySet()).containsExactly("version", "project", "symbols", "choices");
    JsonArray symbols = json.getAsJsonArray("symbols");
    List<String> names = new ArrayList<>();
    for (JsonElement symbol : symbols) {
      names.add(symbol.getAsJsonObject().get("name").getAsString());
    }
    assertThat(names).containsExactly("A", "B", "C", "D");
    JsonObject a = symbols.get(0).getAsJsonObject();
    assertThat(a.keySet())
        .containsExactly(
            "name",
            "type",
            "choice",
            "definitions",
            "defaults",
            "ranges",
            "selects",
            "implies",
            "selectedBy",
            "impliedBy");
    assertThat(a.getAsJsonArray("selectedBy")).map(JsonElement::getAsString).containsExactly("B");
    JsonObject definition = a.getAsJsonArray("definitions").get(0).getAsJsonObject();
    assertThat(definition.keySet())
        .containsExactly(
            "file", "line", "keyword", "prompt", "promptCondition", "dependsOn", "help");
    assertThat(definition.get("dependsOn").getAsString()).isEqualTo("MISSING");
    JsonObject c = symbols.get(2).getAsJsonObject();
    assertThat(c.get("type").getAsString()).isEqualTo("tristate");
    assertThat(c.getAsJsonArray("defaults"))
        .containsExactly(JsonParser.parseString("{\"value\":\"m\",\"condition\":\"B && !D\"}"));
  }

  @Test
  void pathsOfTwoTreesAreRefused(@TempDir Path other) throws IOException {
    Files.writeString(other.resolve("Kconfig"), "mainmenu \"other\"\nconfig X\n\tbool\n");
    Run run = run("check", "@", other.toString());
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(other + " belongs to another tree", "check each by itself");
  }

  @Test
  void aFileOfNoProjectIsCheckedAlone() throws IOException {
    Path file = Files.writeString(temp.resolve("Kconfig.loose"), "config\n");
    Run run = run("check", file.toString());
    assertThat(run.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("Kconfig.loose:1").contains("invalid-statement");
    assertThat(run.err()).contains("Kconfig.loose: no project includes this");
    assertThat(run("check", file.toString(), "--quiet").err()).isEmpty();
  }

  @Test
  void whatIsNoKconfigByItsNameIsNotReadAsSuch() throws IOException {
    Files.writeString(temp.resolve("main.c"), "int main(void) {}\n");
    refused(run("check", "@/main.c"), "main.c is no Kconfig by its name", "--root reads it");
    Run run = run("check", "@/main.c", "@/Kconfig");
    assertThat(run.err().lines())
        .containsExactly(temp.resolve("main.c") + ": no Kconfig by its name: left out");
    assertThat(run.out()).isEqualTo(run("check", "@/Kconfig").out());
    Files.writeString(temp.resolve("Kconfig"), "source \"main.c\"\n");
    assertThat(run("check", "@/main.c").out()).contains("main.c:1");
  }

  @Test
  void helpIsACommandToo() {
    assertThat(run("help", "check").out()).contains("Usage: kconfig-ls check");
    assertThat(run("help").out()).contains("Usage: kconfig-ls");
  }

  @Test
  void rulesAndPagesArePrinted() {
    assertThat(run("rules").out()).contains("undefined-symbol").contains("help-dedent");
    assertThat(run("explain", "undefined-symbol").out()).contains("## Bad");
    assertThat(run("--version").status()).isEqualTo(ExitCode.OK);
    assertThat(run("check", "--help").out()).contains("--fail-on");
  }

  @Test
  void aVariableThatTheBuildMaySetIsNotUnset() throws IOException {
    Files.writeString(
        temp.resolve("Kconfig"), "config HAVE_IT\n\tstring\n\toption env=\"HAVE_IT\"\n");
    List<String> check = List.of("check", "@", "--dialect", "kconfiglib", "--allow-shell");
    assertThat(run(check.toArray(String[]::new)).out())
        .contains("Kconfig:3:2: warning[env-option-unset]");
    Files.writeString(temp.resolve("sub/build.mk"), "export HAVE_IT = y\n");
    assertThat(run(check.toArray(String[]::new)).out()).doesNotContain("env-option-unset");
  }
}
