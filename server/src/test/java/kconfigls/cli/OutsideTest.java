package kconfigls.cli;

import static kconfigls.cli.CliRun.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.cli.CliRun.Run;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies outside of a tree is neither read nor written, unless the user names it. */
final class OutsideTest {
  private static final String SECRET = "config SECRET_WORD\n\tbool \"secret words\"\n";

  @TempDir private Path temp;

  private void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = temp.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private Run run(String... args) {
    return CliRun.run(temp, Stream.of(args));
  }

  private void tree(String root) throws IOException {
    write(Map.of("out/Kconfig", SECRET, "out/sub/Kconfig", SECRET, "tree/Kconfig", root));
    Files.createSymbolicLink(temp.resolve("tree/link"), Path.of("../out/Kconfig"));
    Files.createSymbolicLink(temp.resolve("tree/folder"), temp.resolve("out"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source \"@/out/Kconfig\"",
        "source \"../out/Kconfig\"",
        "source \"link\"",
        "source \"folder/Kconfig\"",
        "source \"../*/Kconfig\"",
        "source \"@/o?t/Kconfig\"",
        "source \"lin*\"",
        "source \"/proc/self/environ\"",
        "rsource \"../out/Kconfig\"",
        "osource \"@/out/Kconfig\"",
        "orsource \"../out/*\"",
        "OUT := @/out\nsource \"$(OUT)/Kconfig\""
      })
  void aSourceOutsideIsOneFindingAndNotRead(String source) throws IOException {
    tree(source.replace("@", temp.toString()) + "\nconfig A\n\tbool \"a\"\n");
    Run run = run("check", "@/tree", "--dialect", "kconfiglib");
    assertThat(run.out().lines().filter(line -> line.contains("warning[")).toList())
        .as(run.out())
        .singleElement()
        .asString()
        .contains("warning[source-outside-tree]", "is not read: ");
    assertThat(run.status()).isEqualTo(ExitCode.OK);
    assertThat(run("symbols", "@/tree", "--dialect", "kconfiglib").out())
        .doesNotContain("SECRET")
        .contains("A");
  }

  /** What is listed of a folder must not show either. */
  @Test
  void aPatternThroughALinkedFolderFindsNothing() throws IOException {
    tree("source \"folder/*/Kconfig\"\nconfig A\n\tbool \"a\"\n");
    Run run = run("check", "@/tree", "--dialect", "kconfiglib");
    assertThat(run.out()).doesNotContain("sub", "SECRET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ANY=@/out", "ANY=../out", "ANY=@/nowhere;@/out", "ANY=@/out/Kconfig"})
  void aFolderThatTheUserNamesIsRead(String env) throws IOException {
    tree("source \"../out/Kconfig\"\nsource \"link\"\n");
    Run run = run("symbols", "@/tree", "--env", env);
    assertThat(run.out()).contains("SECRET_WORD");
  }

  /** A blank separates paths only where it is not a part of one. */
  @Test
  void aFolderWithABlankInItsNameIsRead() throws IOException {
    tree("source \"../my out/Kconfig\"\nsource \"../my/Kconfig\"\n");
    write(Map.of("my out/Kconfig", SECRET, "my/Kconfig", "config OTHER\n\tbool \"o\"\n"));
    Run run = run("symbols", "@/tree", "--env", "ANY=@/my out");
    assertThat(run.out()).contains("SECRET_WORD").doesNotContain("OTHER");
  }

  @Test
  void theTreesOwnSettingsAllowNothing() throws IOException {
    tree("source \"$(OUT)/Kconfig\"\nconfig A\n\tbool \"a\"\n");
    Path settings = temp.resolve("tree/.kconfig-ls.json");
    Files.writeString(settings, "{\"env\": {\"OUT\": \"../out\"}}");
    assertThat(run("check", "@/tree").out()).contains("source-outside-tree");
    assertThat(run("symbols", "@/tree").out()).doesNotContain("SECRET");
    for (String path : List.of("../out/Kconfig", "/dev/stdin", "link")) {
      Files.writeString(settings, "{\"configuration\": \"" + path + "\"}");
      refused(
          run("check", "@/tree"), ".kconfig-ls.json:1:2: ", "leads out of the folder of this file");
    }
    Files.delete(settings);
    Files.writeString(temp.resolve("out/secret.json"), "{\"password\": 1}");
    Files.createSymbolicLink(settings, temp.resolve("out/secret.json"));
    Run run = run("check", "@/tree");
    refused(run, ".kconfig-ls.json is not read: it is a link that leads out of its folder");
    assertThat(run.err()).doesNotContain("password");
  }

  @Test
  void aTreeThatALinkLeadsToIsRead() throws IOException {
    tree("source \"sub/*\"\nconfig A\n\tbool \"a\"\n");
    write(Map.of("tree/real/Kconfig", "config B\n\tbool \"b\"\n"));
    Files.createSymbolicLink(temp.resolve("tree/sub"), Path.of("real"));
    Files.createSymbolicLink(temp.resolve("way"), temp.resolve("tree"));
    for (String tree : List.of("@/way", "@/tree", "@/way/Kconfig")) {
      assertThat(run("check", tree, "--dialect", "kconfiglib").out()).doesNotContain("warning[");
      assertThat(run("symbols", tree, "--dialect", "kconfiglib").out()).contains("B");
    }
  }

  @Test
  void configurationFilesIncludeNothingFromOutside() throws IOException {
    tree("config A\n\tbool \"a\"\n");
    write(Map.of("conf/own.config", "CONFIG_A=y\n", "conf/secret", "SECRET WORD\n"));
    for (String name : List.of("/proc/self/environ", "../out/Kconfig", "folder/Kconfig", "link")) {
      write(Map.of("tree/x_defconfig", "#include \"" + name + "\"\nCONFIG_A=y\n"));
      Run run = run("check", "@/tree/x_defconfig", "--dialect", "u-boot");
      assertThat(run.out()).as(name).contains("lies outside of the tree: it is not read");
      assertThat(run.out()).doesNotContain("SECRET");
      run = run("eval", "@/tree", "--config", "@/tree/x_defconfig", "--dialect", "u-boot");
      assertThat(run.status()).isEqualTo(ExitCode.USAGE);
      assertThat(run.err()).contains("lies outside of the tree: it is not read");
    }
    // the user names this one, and what lies beside it
    write(Map.of("conf/x_defconfig", "#include \"own.config\"\n"));
    Run run = run("eval", "@/tree", "--config", "@/conf/x_defconfig", "--dialect", "u-boot");
    assertThat(run.out()).isEqualTo("CONFIG_A=y\n");
  }

  @Test
  void buildFilesThatAreLinksAreNotRead() throws IOException {
    tree("config A\n\tstring \"a\"\n\tdefault \"$(KERNELVERSION)\"\n");
    write(
        Map.of(
            "tree/init/Kconfig", "",
            "tree/arch/x86/Kconfig", "",
            "tree/scripts/Kconfig.include", "",
            "out/Makefile", "VERSION = 6\nPATCHLEVEL = 1234\n",
            "c", ""));
    Files.createSymbolicLink(temp.resolve("tree/Makefile"), temp.resolve("out/Makefile"));
    assertThat(run("eval", "@/tree", "--config", "@/c", "--quiet").out()).doesNotContain("1234");
  }

  @Test
  void reportsGoThroughNoLink() throws IOException {
    tree("config A\n");
    Path link = Files.createSymbolicLink(temp.resolve("report"), temp.resolve("out/Kconfig"));
    refused(run("check", "@/tree", "--output", "json=@/report"), "report", "it is a link");
    refused(run("check", "@/tree", "--write-baseline", "@/report"), "report", "it is a link");
    refused(run("check", "@/tree", "--output", "json=@/tree/folder/x"), "leads it out of the tree");
    refused(run("check", "@/tree", "--write-baseline", "@/tree/folder/x"), "leads it out");
    refused(run("serve", "--record", "@/report"), "--record", "it is a link");
    assertThat(link).isSymbolicLink();
    assertThat(temp.resolve("out/Kconfig")).hasContent(SECRET);
    assertThat(temp.resolve("out/x")).doesNotExist();
  }

  @Test
  void evalWritesThroughNoLink() throws IOException {
    tree("config A\n\tbool \"a\"\n");
    write(Map.of("x.config", "CONFIG_A=y\n", "into/y", ""));
    Files.createSymbolicLink(temp.resolve("into/x.config"), temp.resolve("out/Kconfig"));
    String[] eval = {"eval", "@/tree", "--each", "@/x.config", "--into", "@/into"};
    refused(run(eval), "--into: ", "it is a link");
    assertThat(temp.resolve("out/Kconfig")).hasContent(SECRET);
    eval[eval.length - 1] = "@/tree/folder";
    refused(run(eval), "--into: ", "leads it out of the tree");
    Files.delete(temp.resolve("into/x.config"));
    eval[eval.length - 1] = "@/into";
    assertThat(run(eval).err()).isEmpty();
    assertThat(temp.resolve("into/x.config")).hasContent("CONFIG_A=y");
  }

  @Test
  void aPipeInTheTreeIsNoPlaceForAReport() throws Exception {
    tree("config A\n");
    BadInputTest.pipe(temp.resolve("tree/pipe"));
    refused(run("check", "@/tree", "--output", "json=@/tree/pipe"), "it is no regular file");
  }

  @Test
  void aPipeThatTheUserNamesTakesAReport() throws Exception {
    tree("config A\n\tbool \"a\"\n");
    BadInputTest.pipe(temp.resolve("pipe"));
    Process reader =
        new ProcessBuilder("cat", temp.resolve("pipe").toString())
            .redirectOutput(temp.resolve("read").toFile())
            .start();
    assertThat(run("check", "@/tree", "--output", "json=@/pipe").err()).isEmpty();
    assertThat(reader.waitFor()).isZero();
    assertThat(Files.readString(temp.resolve("read"))).startsWith("{");
    assertThat(Files.readAttributes(temp.resolve("pipe"), "isOther").get("isOther"))
        .isEqualTo(true);
  }

  @Test
  void fixesAndFormattingStayInTheTree() throws IOException {
    tree("config A\n\tbool \"a\"\n");
    String bad = "config B\n  bool \"b\"\n  depends A\n";
    write(Map.of("out/Kconfig", bad));
    for (String named : List.of("@/tree/link", "@/tree/folder/Kconfig")) {
      refused(run("format", named), "a link leads out of its folder; nothing is changed");
      Run run = run("check", "--fix", named);
      assertThat(run.status()).isNotEqualTo(ExitCode.OK);
      assertThat(temp.resolve("out/Kconfig")).hasContent(bad);
    }
    write(Map.of("tree/real", bad));
    Path link = Files.createSymbolicLink(temp.resolve("tree/Kconfig.l"), Path.of("real"));
    assertThat(run("format", "@/tree/Kconfig.l", "--quiet").err()).isEmpty();
    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(temp.resolve("tree/real"))).contains("\tbool");
    assertThat(Files.isRegularFile(temp.resolve("tree/real"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }

  @Test
  void aForeseenTemporaryFileIsNotWrittenThrough() throws IOException {
    tree("config A\n\tbool \"a\"\n");
    String guess = ".report." + ProcessHandle.current().pid();
    Files.createSymbolicLink(temp.resolve(guess), temp.resolve("out/Kconfig"));
    assertThat(run("check", "@/tree", "--output", "json=@/report").err()).isEmpty();
    assertThat(temp.resolve("out/Kconfig")).hasContent(SECRET);
    assertThat(Files.readString(temp.resolve("report"))).startsWith("{");
  }
}
