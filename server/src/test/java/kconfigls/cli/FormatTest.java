package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code format}: what becomes of the files, what is printed, and the exit status. */
final class FormatTest {
  private static final String ROOT = "source \"sub/Kconfig\"\n";
  private static final String BAD = "config A\n\tbool \"ä\" \ndepends on B\n";
  private static final String GOOD = "config A\n\tbool \"ä\"\n\tdepends on B\n";
  private static final String BROKEN = "config A\n\tbool \"a \n";

  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    write("Kconfig", ROOT);
    write("sub/Kconfig", BAD);
  }

  private void write(String name, String text) throws IOException {
    Path file = temp.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private String read(String name) throws IOException {
    return Files.readString(temp.resolve(name));
  }

  private Run run(String... options) {
    return CliRun.run(temp, Stream.of(options));
  }

  @Test
  void writesTheFilesOfATree() throws IOException {
    write("alone/Kconfig", BAD);
    Run run = run("format", "@", "--dialect", "linux");
    assertThat(run.err()).isEqualTo("kconfig-ls: 1 of 2 files changed\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.status()).isEqualTo(ExitCode.OK);
    assertThat(read("sub/Kconfig")).isEqualTo(GOOD);
    assertThat(read("alone/Kconfig")).as("in no project").isEqualTo(BAD);
    assertThat(run("format", "@").err()).isEqualTo("kconfig-ls: 0 of 2 files changed\n");
  }

  @Test
  void formatsAFileOfNoProjectAndAPartOfATree() throws IOException {
    write("alone/Kconfig", BAD);
    assertThat(run("format", "@/alone/Kconfig", "--quiet").err()).isEmpty();
    assertThat(read("alone/Kconfig")).isEqualTo(GOOD);
    assertThat(run("format", "@/sub").err()).isEqualTo("kconfig-ls: 1 of 1 file changed\n");
  }

  @Test
  void listsWhatWouldChange() throws IOException {
    Run run = run("format", "--check", "@");
    assertThat(run.out()).isEqualTo("sub/Kconfig\n");
    assertThat(run.err()).isEqualTo("kconfig-ls: 1 of 2 files would change\n");
    assertThat(run.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(read("sub/Kconfig")).isEqualTo(BAD);
    write("sub/Kconfig", GOOD);
    Run again = run("format", "--check", "@");
    assertThat(again.out()).isEmpty();
    assertThat(again.status()).isEqualTo(ExitCode.OK);
  }

  @Test
  void printsADiff() throws IOException {
    Run run = run("format", "--diff", "@");
    assertThat(run.out())
        .isEqualTo(
            """
            --- a/sub/Kconfig
            +++ b/sub/Kconfig
            @@ -1,3 +1,3 @@
             config A
            -\tbool "ä"\s
            -depends on B
            +\tbool "ä"
            +\tdepends on B
            """);
    assertThat(run.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(read("sub/Kconfig")).isEqualTo(BAD);
    assertThat(run("format", "--diff", "--check", "@").out()).isEqualTo(run.out());
  }

  @Test
  void leavesFilesWithSyntaxErrorsAlone() throws IOException {
    write("broken", BROKEN);
    Run run = run("format", "@/broken", "@/sub/Kconfig");
    assertThat(run.err()).contains("kconfig-ls: broken:2: ", "; left alone\n");
    assertThat(run.err()).contains("1 of 2 files changed");
    assertThat(run.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(read("broken")).isEqualTo(BROKEN);
    assertThat(read("sub/Kconfig")).isEqualTo(GOOD);
  }

  @Test
  void formatsInTheStyleOfTheDialect() throws IOException {
    run("format", "@/sub/Kconfig", "--dialect", "esp-idf");
    assertThat(read("sub/Kconfig")).isEqualTo(GOOD.replace("\t", "    "));
  }

  @Test
  void followsEditorConfigsOfTheFoldersAbove() throws IOException {
    write(".editorconfig", "[Kconfig*]\nindent_style = space\nindent_size = 2\n");
    write("sub/.editorconfig", "[*]\nindent_size = 4\n");
    run("format", "@");
    assertThat(read("sub/Kconfig")).isEqualTo(GOOD.replace("\t", "    "));
    write("sub/.editorconfig", "root = true\n[*]\ntrim_trailing_whitespace = false\n");
    run("format", "@");
    assertThat(read("sub/Kconfig")).as("no more blanks").isEqualTo(GOOD);
    write("sub/Kconfig", BAD);
    run("format", "@");
    assertThat(read("sub/Kconfig")).isEqualTo(BAD.replace("depends", "\tdepends"));
  }

  @Test
  void readsTheStandardInput() {
    String bad = BAD.replace(" \n", "\n"); // this project's own .editorconfig lets blanks stand
    assertThat(input(bad, "format", "-").out()).isEqualTo(GOOD);
    assertThat(input(bad, "format", "-").status()).isEqualTo(ExitCode.OK);
    assertThat(input(bad, "format", "--check", "-").out()).isEqualTo("Kconfig\n");
    assertThat(input(bad, "format", "--check", "-").status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(input(bad, "format", "--diff", "-").out()).startsWith("--- a/Kconfig\n");
    Run broken = input(BROKEN, "format", "-");
    assertThat(broken.out()).isEqualTo(BROKEN);
    assertThat(broken.err()).startsWith("kconfig-ls: Kconfig:2: ");
    assertThat(broken.status()).isEqualTo(ExitCode.FINDINGS);
    CliRun.refused(run("format", "-", "@"), "along with files");
  }

  private Run input(String text, String... options) {
    InputStream in = System.in;
    try {
      System.setIn(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
      return run(options);
    } finally {
      System.setIn(in);
    }
  }

  @Test
  void refusesWhatItCannotDo() throws IOException {
    CliRun.refused(run("format"), "PATH");
    CliRun.refused(run("format", "@/nothing"), "nothing does not exist");
    write("empty/README", "");
    CliRun.refused(run("format", "@/sub/Kconfig", "--dialect", "none"), "unknown dialect 'none'");
    write(".config", "CONFIG_A=y\n");
    CliRun.refused(run("format", "@/.config"), "is a configuration file");
  }

  @Test
  void writesNothingIfAFileIsReadOnly() throws IOException {
    write("Kconfig", ROOT.replace("\n", "  \n"));
    Files.setPosixFilePermissions(
        temp.resolve("sub/Kconfig"), PosixFilePermissions.fromString("r--r--r--"));
    CliRun.refused(run("format", "@"), "it is read-only; nothing is changed");
    assertThat(read("Kconfig")).endsWith("  \n");
  }

  @Test
  void keepsEncodingAndLineEndings() throws IOException {
    byte[] bytes = BAD.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(temp.resolve("sub/Kconfig"), bytes);
    run("format", "@");
    assertThat(Files.readString(temp.resolve("sub/Kconfig"), StandardCharsets.ISO_8859_1))
        .isEqualTo(GOOD.replace("\n", "\r\n"));
  }
}
