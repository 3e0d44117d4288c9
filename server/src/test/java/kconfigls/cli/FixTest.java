package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --fix}: what becomes of the files. */
final class FixTest {
  private static final String BAD =
      """
      config A
      \tbool "ä"
      \tdepends B # no "on"
      \tdepends on B && C

      config B
      \tbool "b"
      \tselect C

      config C
      \tbool

      source "sub/Kconfig"
      """;
  private static final String FIXED =
      BAD.replace("depends B #", "depends on B #").replace("on B && C", "on C");

  @TempDir private Path temp;

  @BeforeEach
  void tree() throws IOException {
    Files.writeString(temp.resolve("Kconfig"), BAD);
    Files.createDirectories(temp.resolve("sub"));
    Files.writeString(temp.resolve("sub/Kconfig"), "config D\n\tbool \"d\"\n\tdepends A\n");
  }

  private Run run(String... options) {
    return CliRun.run(temp, Stream.of(options));
  }

  @Test
  void appliesSafeFixesInRoundsAndIsIdempotent() throws IOException {
    Run first = run("check", "@", "--fix");
    assertThat(first.err()).contains("applied 3 fixes in 2 files");
    assertThat(first.status()).isEqualTo(ExitCode.OK);
    assertThat(Files.readString(temp.resolve("Kconfig"))).isEqualTo(FIXED);
    assertThat(Files.readString(temp.resolve("sub/Kconfig"))).contains("depends on A");
    assertThat(run("check", "@", "--fix").err()).contains("applied 0 fixes in 0 files");
    assertThat(Files.readString(temp.resolve("Kconfig"))).isEqualTo(FIXED);
  }

  @Test
  void keepsLineEndingsAndEncoding() throws IOException {
    byte[] bytes = BAD.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    Files.write(temp.resolve("Kconfig"), bytes);
    run("check", "@", "--fix", "--rule", "line-endings=off", "--rule", "duplicate-dependency=off");
    assertThat(Files.readString(temp.resolve("Kconfig"), StandardCharsets.ISO_8859_1))
        .isEqualTo(BAD.replace("depends B #", "depends on B #").replace("\n", "\r\n"));
  }

  @Test
  void fixesOnlyWhatWouldBeShown() throws IOException {
    run("check", "@/sub", "--fix");
    assertThat(Files.readString(temp.resolve("Kconfig"))).isEqualTo(BAD);
    run("check", "@", "--fix", "--rule", "depends-without-on=off");
    assertThat(Files.readString(temp.resolve("Kconfig"))).contains("depends B #");
  }

  @Test
  void previewsAsADiff() throws IOException {
    Run preview = run("check", "@/sub", "--root", "@/Kconfig", "--fix", "--dry-run");
    assertThat(preview.out())
        .isEqualTo(
            """
            --- a/sub/Kconfig
            +++ b/sub/Kconfig
            @@ -1,3 +1,3 @@
             config D
             \tbool "d"
            -\tdepends A
            +\tdepends on A
            """);
    assertThat(preview.status()).isEqualTo(ExitCode.FINDINGS);
    assertThat(Files.readString(temp.resolve("sub/Kconfig"))).contains("depends A");
    assertThat(run("check", "@", "--dry-run").err()).contains("--dry-run goes with --fix");
  }

  @Test
  void writesNothingIfAFileIsReadOnly() throws IOException {
    Path file = temp.resolve("sub/Kconfig");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Run run = run("check", "@", "--fix");
    assertThat(run.status()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().strip()).endsWith("it is read-only; nothing is changed");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(Files.readString(temp.resolve("Kconfig"))).isEqualTo(BAD);
  }

  @Test
  void followsLinksWithinTheTreeOnly() throws IOException {
    Path outside = Files.createTempFile("kconfig", "outside");
    try {
      Files.writeString(outside, "config E\n\tbool \"e\"\n\tdepends A\n");
      Files.createSymbolicLink(temp.resolve("outside"), outside);
      Files.move(temp.resolve("sub/Kconfig"), temp.resolve("real"));
      Files.createSymbolicLink(temp.resolve("sub/Kconfig"), temp.resolve("real"));
      Files.writeString(temp.resolve("Kconfig"), BAD + "source \"outside\"\n");
      Files.setPosixFilePermissions(
          temp.resolve("real"), PosixFilePermissions.fromString("rwxr-x--x"));
      Run run = run("check", "@", "--fix");
      assertThat(run.out()).contains("source-outside-tree");
      assertThat(Files.readString(outside)).contains("depends A");
      assertThat(temp.resolve("sub/Kconfig")).isSymbolicLink();
      assertThat(Files.readString(temp.resolve("real"))).contains("depends on A");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve("real"))))
          .isEqualTo("rwxr-x--x");
      try (var files = Files.list(temp)) {
        assertThat(files).noneMatch(file -> file.toString().contains(".kconfig-ls-"));
      }
    } finally {
      Files.delete(outside);
    }
  }

  @Test
  void touchesNoLineWithASyntaxError() throws IOException {
    String broken = "config A\n\tbool \"a\"\n\tdepends B ]\n\n";
    Files.writeString(temp.resolve("Kconfig"), broken + "config B\n\tbool \"b\"\n");
    Run run =
        run("check", "@", "--fix", "--rule", "unsupported-character=off", "--root", "@/Kconfig");
    assertThat(run.err()).contains("a fix of depends-without-on is left out");
    assertThat(Files.readString(temp.resolve("Kconfig"))).startsWith(broken);
  }
}
