package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of {@code check}: where they go, and what happens when they cannot be written. */
final class CheckReportsTest {
  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    Files.createDirectories(temp.resolve("tree"));
    Files.writeString(temp.resolve("tree/Kconfig"), "config A\n\tbool\n\tdepends on MISSING\n");
  }

  private Run check(String... options) {
    return CliRun.run(temp, Stream.concat(Stream.of("check", "@/tree"), Stream.of(options)));
  }

  private Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(temp)) {
      return files.map(file -> file.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void severalReportsAtOnce() throws IOException {
    Run run =
        check("--format", "github", "--output", "sarif=@/a.sarif", "--output", "junit=@/a.xml");
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("::warning file=");
    assertThat(Files.readString(temp.resolve("a.sarif"))).contains("\"undefined-symbol\"");
    assertThat(Files.readString(temp.resolve("a.xml"))).startsWith("<?xml");
    assertThat(files()).containsExactlyInAnyOrder("tree", "a.sarif", "a.xml");
  }

  @Test
  void theSameRunTwiceWritesTheSameBytes() throws IOException {
    for (String format : new String[] {"json", "sarif", "gitlab", "rdjson", "checkstyle"}) {
      check("--output", format + "=@/one");
      check("--output", format + "=@/two");
      assertThat(temp.resolve("one")).hasSameBinaryContentAs(temp.resolve("two"));
    }
  }

  @Test
  void aFixOfManyFindingsIsWrittenOnce() throws IOException {
    StringBuilder kconfig = new StringBuilder();
    StringBuilder config = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      kconfig.append("config S" + i + "\n\tbool \"s\"\n");
      config.append("# CONFIG_S" + i + " is not set\n");
    }
    Files.writeString(temp.resolve("tree/Kconfig"), kconfig);
    Files.writeString(temp.resolve("tree/.config"), config);
    String json = check("--format", "json", "--config", "@/tree/.config").out();
    assertThat(json.split("\"Delete all 50 such lines\"", -1)).hasSize(51);
    assertThat(json.split("\"sameAsOfFinding\": 0", -1)).hasSize(50);
    assertThat(json.split("\"text\": \"\"", -1)).hasSize(101);
    String sarif = check("--format", "sarif", "--config", "@/tree/.config").out();
    assertThat(sarif.split("\"deletedRegion\"", -1)).hasSize(101);
  }

  @Test
  void pathsStartAtTheTopOfTheRepositoryForServices() throws IOException {
    Files.createDirectories(temp.resolve(".git/objects"));
    Files.createDirectories(temp.resolve(".git/refs"));
    Files.writeString(temp.resolve(".git/HEAD"), "ref: refs/heads/main\n");
    assertThat(check("--format", "github").out()).startsWith("::warning file=tree/Kconfig,");
    assertThat(check("--format", "text").out()).startsWith("Kconfig:3:13: ");
  }

  @Test
  void aFileIsReplaced() throws IOException {
    Files.writeString(temp.resolve("real.json"), "old");
    assertThat(check("--output", "json=@/real.json").err()).isEmpty();
    assertThat(Files.readString(temp.resolve("real.json"))).startsWith("{");
  }

  @Test
  void aReportThatCannotBeWrittenIsOneLine() throws IOException {
    CliRun.refused(check("--output", "json=@/none/x.json"), "x.json", "its folder does not exist");
    CliRun.refused(check("--output", "json=@/tree"), "tree cannot be written: it is a folder");
    CliRun.refused(check("--format", "yaml"), "yaml");
    CliRun.refused(check("--output", "json"), "--output");
    assertThat(files()).containsExactly("tree");
  }

  @Test
  void aFullDiskIsOneLineAndLeavesNothing() throws IOException {
    assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no full device");
    CliRun.refused(check("--output", "json=/dev/full"), "/dev/full", "No space left on device");
    assertThat(files()).containsExactly("tree");
  }
}
