package kconfigls.cli;

import static kconfigls.cli.CliRun.refused;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command refuses what it cannot read, with status 2 and one line. */
final class BadInputTest {
  @TempDir private Path temp;

  @BeforeEach
  void tree() throws Exception {
    Path tree = Files.createDirectories(temp.resolve("tree"));
    Files.writeString(tree.resolve("Kconfig"), "config A\n\tbool \"a\"\n");
    Files.writeString(temp.resolve("ok.config"), "CONFIG_A=y\n");
    Files.createDirectories(temp.resolve("into"));
    Files.createDirectories(temp.resolve("folder"));
    Files.createSymbolicLink(temp.resolve("dangling"), Path.of("nowhere"));
    Files.createSymbolicLink(temp.resolve("loop"), Path.of("loop"));
    large(temp.resolve("large"), 17L << 20);
    large(temp.resolve("huge"), 257L << 20);
    pipe(temp.resolve("pipe"));
    for (String root : List.of("pipe", "large", "folder", "dangling", "loop")) {
      Path folder = Files.createDirectories(temp.resolve("with-" + root));
      Files.createSymbolicLink(folder.resolve("Kconfig"), temp.resolve(root));
    }
    large(Files.createDirectories(temp.resolve("with-own")).resolve("Kconfig"), 17L << 20);
  }

  /** A sparse file: it takes no room. */
  private static void large(Path path, long size) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      file.setLength(size);
    }
  }

  static void pipe(Path path) throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
  }

  private static final String NO_FILE = "cannot be read: it is no regular file";
  private static final String NOWHERE = "cannot be read: it is a link that leads nowhere";
  private static final String LOOP = "cannot be read: it is a loop of links";
  private static final String NONE = "does not exist";

  static Stream<Arguments> table() {
    List<Arguments> table = new ArrayList<>();
    List<List<String>> commands =
        List.of(
            List.of("check"),
            List.of("format", "--check"),
            List.of("symbols"),
            List.of("eval", "--config", "@/ok.config"),
            List.of("why", "A"),
            List.of("graph", "A"));
    for (List<String> command : commands) {
      boolean format = command.contains("format");
      add(table, command, List.of("@/pipe"), "pipe " + NO_FILE);
      add(table, command, List.of("/dev/zero"), "/dev/zero " + NO_FILE);
      add(table, command, List.of("@/dangling"), "dangling " + NOWHERE);
      add(table, command, List.of("@/loop"), "loop " + LOOP);
      add(table, command, List.of("@/none"), "none " + NONE);
      add(table, command, List.of("@/with-own"), "Kconfig cannot be read: it is larger than 16 MB");
      add(table, command, List.of("@/with-large"), "is not read: it is a link that leads out");
      for (String root : List.of("pipe", "folder", "dangling", "loop")) {
        add(table, command, List.of("@/with-" + root), "no root Kconfig file found");
      }
      List<String> path = format ? List.of("@/folder") : List.of("@/tree");
      add(table, command, with(path, "--root", "@/pipe"), "--root: ", "pipe " + NO_FILE);
      add(table, command, with(path, "--root", "/dev/zero"), "--root: /dev/zero " + NO_FILE);
      add(table, command, with(path, "--root", "@/folder"), "--root: ", "is a folder");
      add(table, command, with(path, "--root", "@/dangling"), "--root: ", NOWHERE);
      add(table, command, with(path, "--root", "@/loop"), "--root: ", LOOP);
      add(table, command, with(path, "--root", "@/large"), "large cannot be read: it is larger");
      add(table, command, with(path, "--srctree", "@/ok.config"), "--srctree: ", "is no folder");
      add(table, command, with(path, "--srctree", "@/none"), "--srctree: ", NONE);
    }
    for (List<String> command : List.of(List.of("check"), List.of("eval"), List.of("why", "A"))) {
      add(table, command, List.of("@/tree", "--config", "@/pipe"), "pipe", "it is no regular file");
      add(
          table,
          command,
          List.of("@/tree", "--config", "/dev/stdin"),
          "/dev/stdin",
          "cannot be read");
      add(table, command, List.of("@/tree", "--config", "@/folder"), "folder", "is a folder");
      add(table, command, List.of("@/tree", "--config", "@/dangling"), "dangling", "leads nowhere");
      add(table, command, List.of("@/tree", "--config", "@/loop"), "loop", "a loop of links");
      add(table, command, List.of("@/tree", "--config", "@/none"), "none", NONE);
      add(table, command, List.of("@/tree", "--config", "@/huge"), "huge", "is larger than 256 MB");
    }
    List<String> each = List.of("eval", "@/tree", "--into", "@/into");
    add(table, each, List.of("--each", "@/pipe"), "--each: ", "pipe " + NO_FILE);
    add(table, each, List.of("--each", "@/folder"), "folder", "is a folder");
    List<String> check = List.of("check", "@/tree");
    add(table, check, List.of("--baseline", "@/pipe"), "pipe " + NO_FILE);
    add(table, check, List.of("--baseline", "/dev/zero"), "/dev/zero " + NO_FILE);
    add(table, check, List.of("--baseline", "@/folder"), "folder is a folder");
    add(table, check, List.of("--baseline", "@/dangling"), "dangling " + NOWHERE);
    add(table, check, List.of("--baseline", "@/loop"), "loop " + LOOP);
    add(table, check, List.of("--baseline", "@/none"), "none " + NONE);
    add(table, check, List.of("--baseline", "@/huge"), "huge cannot be read: it is larger");
    return table.stream();
  }

  private static List<String> with(List<String> first, String... more) {
    List<String> all = new ArrayList<>(first);
    all.addAll(List.of(more));
    return all;
  }

  private static void add(
      List<Arguments> table, List<String> command, List<String> args, String... parts) {
    table.add(Arguments.of(with(command, args.toArray(String[]::new)), List.of(parts)));
  }

  @ParameterizedTest
  @MethodSource("table")
  @Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void isRefusedWithOneLine(List<String> args, List<String> parts) {
    refused(CliRun.run(temp, args.stream()), parts.toArray(String[]::new));
  }
}
