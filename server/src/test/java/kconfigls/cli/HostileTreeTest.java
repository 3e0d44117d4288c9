package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What commands print of a tree whose names and texts are made to act on who reads them. */
final class HostileTreeTest {
  /** Each does something to a terminal, to a CI system or to the order of letters. */
  private static final List<String> TEXTS =
      List.of(
          "\033[2J",
          "\033]8;;https://evil.example\007link\033]8;;\007",
          "\u009b31m",
          "\u007f\u0008\u0008\u0008",
          "one\rtwo",
          "\u202egpj.exe",
          "\u2066a\u2069",
          "a\u200bb\ufeffc",
          "a\u2028::error::b",
          "::error::pwned",
          "##[stop-commands]pwned",
          "##vso[task.setvariable variable=a]b",
          "##teamcity[message text='a']",
          "](command:evil) <b> & \"q\" ]]> --> %0A",
          "\udb40\udc01");

  /** The name of a folder, which is printed as a part of paths. */
  private static final String FOLDER = "sub\n::error::pwned\033[31m\u202e ##[error]";

  @TempDir private static Path root;

  @BeforeAll
  static void writeTree() throws IOException {
    Files.createDirectory(root.resolve(FOLDER));
    StringBuilder kconfig = new StringBuilder("mainmenu \"M " + TEXTS.getFirst() + "\"\n");
    for (int i = 0; i < TEXTS.size(); i++) {
      String text = TEXTS.get(i);
      kconfig.append("config S" + i + "\n\tstring \"prompt " + text.replace("\"", "\\\"") + '"');
      kconfig.append("\n\tdefault \"value " + text.replace("\"", "\\\"") + "\" if NONE\n");
      kconfig.append("\tselect S" + text + "\n\thelp\n\t  " + text + "\n   ::error::help\n\n");
      kconfig.append("source \"missing " + text.replace("\"", "") + "\"\n");
      kconfig.append("  ::set-output name=a::" + text + "\n");
      kconfig.append("menu \"menu " + text + "\"\nconfig T" + i + "\n\tint \"t\"\n");
      kconfig.append("\tdefault \"" + text.replace("\"", "\\\"") + "\"\nendmenu\n");
    }
    kconfig.append("osource \"*/Kconfig\"\n");
    Files.writeString(root.resolve("Kconfig"), kconfig);
    String sub = "config SUB\n\tbool \"one\" \n\tdepends on NONE\n\tselect S0\n  \tdefault q\n";
    Files.writeString(root.resolve(FOLDER).resolve("Kconfig"), sub);
    StringBuilder config = new StringBuilder("CONFIG_SUB=y\n");
    for (String text : TEXTS) {
      config.append("CONFIG_S0=\"" + text + "\"\nCONFIG_" + text + "=y\n::error::" + text + "\n");
    }
    Files.writeString(root.resolve("test.config"), config);
  }

  private static Run run(String command) {
    return CliRun.run(
        root, Stream.of(command.split(" ")).map(arg -> arg.replace("FOLDER", FOLDER)));
  }

  private static void isHarmless(String printed) {
    assertThat(printed.codePoints().filter(HostileTreeTest::isHidden))
        .as("hidden characters of%n%s", printed)
        .isEmpty();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return (type == Character.CONTROL && c != '\n' && c != '\t')
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  private static void isNoCommand(String printed) {
    assertThat(printed.lines().map(String::strip))
        .noneMatch(line -> line.startsWith("::"))
        .noneMatch(line -> line.matches(".*##\\w*\\[.*"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --dialect zephyr @",
        "check --dialect zephyr --verbose --config @/test.config @",
        "check --dialect zephyr @/FOLDER/Kconfig",
        "check --dialect zephyr @/test.config @/FOLDER",
        "check --dialect zephyr @/none/FOLDER",
        "check --dialect zephyr --root @/FOLDER/none @",
        "check --dialect zephyr --output text=@/FOLDER/none/x @",
        "check --FOLDER @",
        "check --dialect FOLDER @",
        "FOLDER",
        "why --dialect zephyr SUB --config @/test.config @",
        "why --dialect zephyr S0 --config @/test.config @",
        "why --dialect zephyr S1 @",
        "why --dialect zephyr FOLDER @",
        "symbols --dialect zephyr @",
        "format --check @/Kconfig @/FOLDER/Kconfig",
        "graph --dialect zephyr SUB @",
        "graph --dialect zephyr --format mermaid S0 @",
        "graph --dialect zephyr --format svg S0 @",
        "explain FOLDER"
      })
  void textIsVisibleAndCommandsNothing(String command) {
    Run run = run(command);
    assertThat(run.status()).as(run.err()).isNotEqualTo(ExitCode.FAULT);
    assertThat(run.out() + run.err()).isNotEmpty();
    isHarmless(run.out() + run.err());
    isNoCommand(run.out());
    isNoCommand(run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check --dialect zephyr --format json @",
        "check --dialect zephyr --format gitlab @",
        "check --dialect zephyr --format rdjson @",
        "symbols --dialect zephyr --format json @",
        "eval --dialect zephyr --format json --config @/test.config @"
      })
  void jsonIsVisibleAndCanBeRead(String command) {
    Run run = run(command);
    isHarmless(run.out() + run.err());
    isNoCommand(run.err());
    assertThat(JsonParser.parseString(run.out()).toString()).contains("\u202e");
  }

  @ParameterizedTest
  @ValueSource(strings = {"checkstyle", "junit"})
  void xmlIsVisibleAndCanBeRead(String format) throws Exception {
    Run run = run("check --dialect zephyr --format " + format + " @");
    isHarmless(run.out());
    String text =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())))
            .getDocumentElement()
            .getTagName();
    assertThat(text).isIn("checkstyle", "testsuites");
    assertThat(run.out()).contains("sub&#10;::error::pwned\\x1b[31m&#8238; #&#35;[error]/Kconfig");
  }

  @Test
  void sarifHasNoLinks() {
    Run run = run("check --dialect zephyr --format sarif @");
    isHarmless(run.out());
    JsonParser.parseString(run.out());
    assertThat(run.out().lines().filter(line -> line.matches(".*command:evil.*is no value of.*")))
        .isNotEmpty()
        .allMatch(line -> line.contains("\\\\](command:evil"));
  }

  @Test
  void workflowCommandsAreOnlyOurs() {
    Run run = run("check --dialect zephyr --format github @");
    isHarmless(run.out());
    assertThat(run.out().lines())
        .isNotEmpty()
        .allMatch(
            line ->
                line.matches("::(error|warning|notice) file=[^:,]*,line=\\d+,[^:]*::[^\n]*")
                    && line.indexOf("title=kconfig-ls%3A ") > 0);
    assertThat(run.out()).contains("file=sub%0A%3A%3Aerror%3A%3Apwned\\x1b[31m\\u202e ##[error]");
  }

  @Test
  void dataIsExact() throws IOException {
    Path file = root.resolve(FOLDER).resolve("Kconfig");
    String before = Files.readString(file);
    Run diff = run("format --diff @/FOLDER/Kconfig");
    assertThat(diff.out()).contains("-\tbool \"one\" \n").contains("--- \"a/");
    String value = "CONFIG_S3=\"\u007f\u0008\"\n";
    Files.writeString(root.resolve("exact.config"), value);
    assertThat(run("eval --dialect zephyr --config @/exact.config @").out()).contains(value);
    assertThat(Files.readString(file)).isEqualTo(before);
  }

  @Test
  void dataOnATerminalIsVisible() throws IOException {
    Files.writeString(root.resolve("shown.config"), "CONFIG_S0=\"\033[2J\"\n");
    System.setProperty("kconfigls.stdout.tty", "true");
    try {
      Run run = run("eval --dialect zephyr --config @/shown.config @");
      assertThat(run.out()).contains("CONFIG_S0=\"\\x1b[2J\"\n");
      isHarmless(run.out());
    } finally {
      System.clearProperty("kconfigls.stdout.tty");
    }
  }

  @ParameterizedTest
  @CsvSource({"--color always,31m", "--color never,error["})
  void coloursAreOurs(String color, String expected) {
    Run run = run("check --dialect zephyr " + color + " @");
    assertThat(run.out()).contains(expected);
    isHarmless(run.out().replaceAll("\033\\[(1;3[134]|2|0)m", ""));
  }
}
