package kconfigls.cli;

import static kconfigls.cli.CliRun.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** {@code graph}. */
final class GraphTest {
  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    StringBuilder kconfig = new StringBuilder("config HUB\n\tbool \"A < B & \\\"C\\\" ]]>\"\n");
    for (int i = 0; i < 50; i++) {
      kconfig.append("\nconfig USER_").append(i).append("\n\tbool \"User\"\n\tdepends on HUB\n");
    }
    kconfig.append("\nconfig SELECTOR\n\tbool \"Selector\"\n\tselect HUB if USER_1\n");
    Files.writeString(temp.resolve("Kconfig"), kconfig.toString());
  }

  private Run run(String... args) {
    return CliRun.run(temp, Stream.of(args));
  }

  @Test
  void dotIsWhatItPrintsByDefault() {
    Run run = run("graph", "SELECTOR", "@");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .isEqualTo(
            """
            digraph "SELECTOR" {
              rankdir=LR
              node [shape=box, fontname="monospace", fontsize=10]
              "HUB" [tooltip="Kconfig:1", label="HUB\\nA < B & \\"C\\" ]]>"]
              "SELECTOR" [tooltip="Kconfig:204", label="SELECTOR\\nSelector", penwidth=2]
              "SELECTOR" -> "HUB" [style=bold, label=selects, tooltip="SELECTOR selects HUB if USER_1"]
            }
            """);
    assertThat(run("graph", "CONFIG_SELECTOR", "@").out()).isEqualTo(run.out());
  }

  @Test
  void aPictureWithMoreThanCanBeReadSaysSo() throws Exception {
    Run run = run("graph", "HUB", "@", "--format", "svg");
    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("Only 40 of 52 symbols are shown.", "data-symbol=\"SELECTOR\"");
    assertThat(run("graph", "HUB", "@", "--format", "svg").out()).isEqualTo(run.out());
    Document svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())));
    assertThat(svg.getDocumentElement().getTextContent()).contains("A < B & \"C\" ]]>");
    assertThat(run("graph", "HUB", "@", "--format", "mermaid", "--most", "2").out())
        .startsWith("flowchart LR\n  n0[\"HUB<br/>A #60; B #38; #34;C#34; #93;#93;#62;\"]\n")
        .contains("Only 2 of 52");
  }

  @Test
  void whatCannotBeDrawnIsRefused() {
    refused(run("graph", "HUBB", "@"), "no symbol 'HUBB' in", "did you mean HUB?");
    refused(run("graph", "QQQQQQQ", "@"), "no symbol 'QQQQQQQ'");
    refused(run("graph"), "SYMBOL");
    refused(run("graph", "HUB", "@/none"), "does not exist");
    refused(run("graph", "HUB", "@", "--format", "png"), "--format", "png");
    refused(run("graph", "HUB", "@", "--depth", "0"), "--depth", "1 to 5");
    refused(run("graph", "HUB", "@", "--most", "0"), "--most");
  }
}
