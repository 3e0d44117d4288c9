package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines, and findings of changed lines only. */
final class FindingFiltersTest {
  private static final String TEXT =
      "config A\n\tbool\n\tdepends on GONE\n\nconfig B\n\tbool\n\tdepends on MISSING\n";

  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    write("tree/Kconfig", TEXT);
  }

  private void write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private Run check(String... options) {
    return CliRun.run(temp, Stream.concat(Stream.of("check", "@/tree"), Stream.of(options)));
  }

  @Test
  void aBaselineHidesWhatItKnowsWhereverItMoves() throws IOException {
    Run run = check("--write-baseline", "@/base", "--fail-on", "warning");
    assertThat(run.status()).as(run.err()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).startsWith("0 error, 0 warning").contains("2 suppressed");
    write("tree/Kconfig", "# moved\n" + TEXT + "\nconfig C\n\tbool\n\tdepends on NEW\n");
    Run later = check("--baseline", "@/base", "--fail-on", "warning");
    assertThat(later.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(later.out()).contains("`NEW`").doesNotContain("GONE").contains("2 suppressed");
    assertThat(later.err()).isEmpty();
    String json = check("--baseline", "@/base", "--format", "json").out();
    assertThat(json).contains("\"suppressed\": 2");
  }

  @Test
  void whatABaselineNamesInVainIsSaidOnlyWhenAsked() throws IOException {
    check("--write-baseline", "@/base");
    write("tree/Kconfig", TEXT.replace("GONE", "B"));
    assertThat(check("--baseline", "@/base").err()).isEmpty();
    assertThat(check("--baseline", "@/base", "--verbose").err())
        .contains("Kconfig: [undefined-symbol] `GONE` is not defined")
        .doesNotContain("MISSING");
  }

  @Test
  void aBadBaselineIsOneLine() throws IOException {
    CliRun.refused(check("--baseline", "@/none"), "--baseline: ", "none does not exist");
    write("empty", "");
    CliRun.refused(check("--baseline", "@/empty"), "empty:1: this is no baseline of kconfig-ls");
    write("json", "{}\n{}\n");
    CliRun.refused(check("--baseline", "@/json"), "json:1: this is no baseline");
    write("newer", "kconfig-ls-baseline 2\ntree generic\n");
    CliRun.refused(check("--baseline", "@/newer"), "newer:1: a baseline of another version");
    write("broken", "kconfig-ls-baseline 1\ntree generic\n<<<<<<< HEAD\n");
    CliRun.refused(check("--baseline", "@/broken"), "broken:3: this is no line of a baseline");
    Files.write(temp.resolve("bytes"), new byte[] {(byte) 0xFF, '\n'});
    CliRun.refused(check("--baseline", "@/bytes"), "bytes is no baseline: it is not UTF-8");
    CliRun.refused(check("--write-baseline", "@/no/base"), "its folder does not exist");
    CliRun.refused(check("--write-baseline", "/dev/full"), "No space left on device");
  }

  @Test
  void aBaselineOfAnotherTreeIsRefused() throws IOException {
    write("other/src/Kconfig", TEXT);
    CliRun.run(
        temp,
        Stream.of(
            "check", "@/other/src/Kconfig", "--srctree", "@/other", "--write-baseline", "@/base"));
    CliRun.refused(check("--baseline", "@/base"), "of another tree: none of its files is here");
    CliRun.run(
        temp, Stream.of("check", "@/tree", "--dialect", "u-boot", "--write-baseline", "@/base"));
    CliRun.refused(check("--baseline", "@/base"), "of another tree: its dialect is u-boot");
  }

  private void git(String... args) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@localhost"));
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command)
            .directory(temp.toFile())
            .redirectErrorStream(true)
            .redirectOutput(temp.resolve("../git.log").toFile())
            .start();
    assertThat(process.waitFor()).as(String.join(" ", command)).isZero();
  }

  private boolean hasGit() {
    try {
      return new ProcessBuilder("git", "--version").start().waitFor() == 0;
    } catch (IOException | InterruptedException e) {
      return false;
    }
  }

  @Test
  void onlyChangedLinesAreReportedOn() throws Exception {
    assumeTrue(hasGit(), "there is no git here");
    write("tree/with blank \"ä\"", TEXT.replace("A\n", "X\n").replace("B\n", "Y\n"));
    write("tree/moved", "config M\n\tbool\n\tdepends on OLD\n" + "# line\n".repeat(20));
    write(
        "tree/Kconfig",
        TEXT + "source \"with blank \\\"ä\\\"\"\nsource \"moved\"\nosource \"new\"\n");
    git("init", "-q");
    git("add", ".");
    git("commit", "-q", "-m", "first");
    assertThat(check("--diff", "HEAD").out()).startsWith("0 error, 0 warning");

    write("tree/new", "config N\n\tbool\n\tdepends on NEW\n");
    git("mv", "tree/moved", "tree/renamed");
    write(
        "tree/Kconfig",
        "# above\n"
            + TEXT.replace("MISSING", "MISSING || ++GONE").replace("\n\n", "\n++ b/x\n\n")
            + "source \"with blank \\\"ä\\\"\"\nsource \"renamed\"\nosource \"new\"\n");
    write("tree/renamed", "# line\n".repeat(20) + "config M\n\tbool\n\tdepends on OLD\n");
    write(
        "tree/with blank \"ä\"",
        TEXT.replace("A\n", "X\n").replace("B\n", "Y\n").replace("GONE", "GONE && LATER"));
    byte[] index = Files.readAllBytes(temp.resolve(".git/index"));
    String out = check("--diff", "HEAD", "--dialect", "kconfiglib").out();
    assertThat(Files.readAllBytes(temp.resolve(".git/index"))).isEqualTo(index);
    assertThat(out).contains("Kconfig:9:").contains("new:3:13").contains("`LATER`");
    assertThat(out).contains("renamed:23:").doesNotContain("Kconfig:4:");
  }

  @Test
  void aBadRevisionIsOneLine() throws Exception {
    assumeTrue(hasGit(), "there is no git here");
    CliRun.refused(check("--diff", "HEAD"), "--diff: ", "is in no git repository");
    git("init", "-q");
    CliRun.refused(check("--diff", "HEAD"), "--diff: there is no revision 'HEAD'");
    git("add", ".");
    git("commit", "-q", "-m", "first");
    CliRun.refused(check("--diff", "no-such"), "--diff: there is no revision 'no-such'");
    CliRun.refused(
        check("--diff=--index-output=x"), "--diff: there is no revision '--index-output=x'");
    CliRun.refused(check("--diff="), "--diff: there is no revision ''");
    assertThat(temp.resolve("x")).doesNotExist();
  }
}
