package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code .kconfig-ls.json} and the lists of projects, as {@code check} takes them. */
final class SettingsFileTest {
  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    write("Kconfig", "config A\n\tbool\n\tdepends on GONE\n\nsource \"drivers/staging/Kconfig\"\n");
    write("drivers/staging/Kconfig", "config B\n\tbool\n\tdepends on MISSING\n");
  }

  private void write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private Run check(String... args) {
    return CliRun.run(temp, Stream.concat(Stream.of("check"), Stream.of(args)));
  }

  @Test
  void theFileIsFoundUpwardsAndTheNearestCounts() throws IOException {
    write(".kconfig-ls.json", "{ \"rules\": { \"undefined-symbol\": \"off\" } }");
    assertThat(check("@/drivers/staging").out()).startsWith("0 error, 0 warning");
    write("drivers/.kconfig-ls.json", "{ \"rules\": { \"undefined-symbol\": \"error\" } }");
    assertThat(check("@/drivers/staging").out()).contains("error[undefined-symbol]");
  }

  @Test
  void overridesAreForSomeFilesAndTheCommandLineWins() throws IOException {
    write(
        ".kconfig-ls.json",
        """
        {
          "version": 1, // comments are allowed
          "rules": { "undefined-symbol": "error" },
          "overrides": [
            { "files": "drivers/staging/**", "rules": { "undefined-symbol": "hint" } },
            { "files": ["*.none", "arch"], "rules": { "undefined-symbol": "off" } }
          ]
        }
        """);
    Run run = check("@");
    assertThat(run.out()).contains("Kconfig:3:13: error[undefined-symbol]");
    assertThat(run.out()).contains("drivers/staging/Kconfig:3:13: hint[undefined-symbol]");
    assertThat(run.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(check("@", "--rule", "undefined-symbol=info").out())
        .startsWith("Kconfig:3:13: info")
        .contains("2 info");
    write(
        ".kconfig-ls.json",
        """
        { "rules": { "undefined-symbol": "off" },
          "overrides": [ { "files": "staging/", "rules": { "undefined-symbol": "warning" } } ] }
        """);
    assertThat(check("@").out()).contains("0 error, 1 warning").contains("drivers/staging");
  }

  /** A bar in the text stands for a line break. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{|  'ruls': {} };:2:3: unknown setting 'ruls'; did you mean 'rules'?",
        "{ 'rules': {|   'undefined-symbo': 'off' } };:2:4: unknown rule 'undefined-symbo'",
        "{ 'rules': {|   'undefined-symbol': 'fatal' } };:2:4: rule undefined-symbol: unknown",
        "{ 'overrides': [|{ 'file': 'x' } ] };:2:3: unknown setting 'file'; did you mean 'files'?",
        "{ 'overrides': [|{ 'rules': {} } ] };:2:1: 'overrides[0]' names no 'files'",
        "{ 'overrides': [ { 'files': 'x',|'rules': {'nope': 'off'} } ] };:2:11: unknown rule",
        "{ 'version': 2,| 'future': {} };:1:3: these settings are of a newer version than 1",
        "{ 'version': 'x' };:1:3: 'version' must be a number",
        "{| 'arch': {} };:2:2: 'arch' must be a list of texts",
        "{| 'arch': ['vax'] };:2:2: arch vax: this tree has no architectures",
        "{| 'rules': { 'a': [] } };:2:13: 'rules.a' must be a text",
        "{| 'rules': {}, 'rules': {} };:2:15: 'rules' stands here twice",
        "[];:1:1: the settings must be an object",
        "{} {};:1:4: nothing may follow the settings",
        "{| 'rules': ;:2:10: the settings end too early",
        "{| 'rules' 'x' };:2:11: this is no JSON",
        "{ 'allowShell': true };:1:3: a tree cannot allow its own commands",
        "'';:1:1: the settings must be an object"
      })
  void whatIsNotUnderstoodIsOneLine(String text, String message) throws IOException {
    write(".kconfig-ls.json", text.replace('\'', '"').replace('|', '\n'));
    CliRun.refused(check("@"), ".kconfig-ls.json" + message);
  }

  @ParameterizedTest
  @CsvSource({"srctree,..", "srctree,/etc", "srctree,link", "root,../Kconfig", "root,link/Kconfig"})
  void aTreeDoesNotLeadOutOfItself(String key, String path) throws IOException {
    write("drivers/.kconfig-ls.json", "{\n  \"" + key + "\": \"" + path + "\" }");
    Files.createSymbolicLink(temp.resolve("drivers/link"), Path.of(".."));
    CliRun.refused(
        check("@/drivers/staging"),
        "drivers/.kconfig-ls.json:2:3: '" + key + "' leads out of the folder of this file");
  }

  @Test
  void aTreeMayNameItsOwnFolders() throws IOException {
    write("drivers/.kconfig-ls.json", "{ \"srctree\": \".\", \"root\": \"staging/Kconfig\" }");
    assertThat(check("@/drivers").out()).contains("MISSING").contains("1 file");
    write("drivers/.kconfig-ls.json", "{ \"srctree\": \"none\" }");
    CliRun.refused(check("@/drivers"), "drivers/none does not exist");
  }

  @Test
  void theListOfLinuxSymCheckIsHonoured() throws IOException {
    write("excludes", "# known\n\nGONE # not yet merged\n");
    Run run = check("@", "--env", "KCONFIG_SYM_CHECK_EXCLUDES=excludes");
    assertThat(run.out()).contains("0 error, 1 warning").contains("1 suppressed");
    assertThat(run.out()).contains("MISSING").doesNotContain("GONE");
    CliRun.refused(
        check("@", "--env", "KCONFIG_SYM_CHECK_EXCLUDES=none"),
        "KCONFIG_SYM_CHECK_EXCLUDES: none cannot be read");
  }

  @Test
  void theListOfZephyrIsHonoured() throws IOException {
    write("allow.txt", "GONE\nMISSING\n");
    Run run = check("@", "--env", "UNDEF_KCONFIG_INSIDE_ALLOWLIST_FILE=allow.txt");
    assertThat(run.out()).startsWith("0 error, 0 warning");
  }
}
