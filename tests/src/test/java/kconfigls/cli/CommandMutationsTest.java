package kconfigls.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.Mutator;
import kconfigls.harness.SampledTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damaged trees through the commands: none fails by its own fault, and none hangs. {@code
 * kconfigls.mutants} says how many; they are made of small parts of the trees below {@code
 * kconfigls.trees}, or else of the sample tree. A run with little heap shows that little memory is
 * enough: without enough the status is that of a fault.
 */
final class CommandMutationsTest {
  private static final Duration HANG = Duration.ofSeconds(60);
  private static final long SLOW_MILLIS = 2_000;
  private static final Path SAMPLE =
      Path.of(System.getProperty("kconfigls.root", "..")).resolve("tests/sample").toAbsolutePath();
  private static final String TREES = System.getProperty("kconfigls.trees", "");
  private static final int MUTANTS = Integer.getInteger("kconfigls.mutants", 50);
  private static final int FIRST = Integer.getInteger("kconfigls.mutant", 0);

  /** Whether each mutant goes through one of the commands in turn, and not through all of them. */
  private static final boolean IN_TURN = Boolean.getBoolean("kconfigls.inTurn");

  /** How many mutants are made of one sample. */
  private static final int OF_ONE = 25;

  private static final List<List<String>> COMMANDS =
      List.of(
          List.of("check"),
          List.of("check", "--config", "@/.config"),
          List.of("symbols"),
          List.of("eval", "--config", "@/.config"),
          List.of("check", "--fix"),
          List.of("format"));

  @TempDir private Path temp;
  private final List<String> faults = new ArrayList<>();
  private final List<String> slow = new ArrayList<>();
  private long worstMillis;
  private String worst = "";

  @Test
  void noCommandFailsByItsOwnFault() throws IOException {
    int runs = 0;
    for (int first = FIRST; first < FIRST + MUTANTS; first += OF_ONE) {
      Path tree = Files.createDirectory(temp.resolve("tree" + first)).toRealPath();
      copyTree(first / OF_ONE, tree);
      Files.writeString(tree.resolve(".config"), "CONFIG_NET=y\n# CONFIG_SPI is not set\n");
      Map<Path, byte[]> originals = contents(tree);
      for (int seed = first; seed < Math.min(first + OF_ONE, FIRST + MUTANTS); seed++) {
        runs += run(tree, originals, seed);
      }
      CheckedTree.delete(tree);
    }
    slow.forEach(System.out::println);
    System.out.printf(
        "CommandMutationsTest: %d mutants, %d commands, %d faults, %d over %d ms; the slowest %d"
            + " ms: %s%n",
        MUTANTS, runs, faults.size(), slow.size(), SLOW_MILLIS, worstMillis, worst);
    assertThat(faults).isEmpty();
  }

  private static void copyTree(int number, Path target) throws IOException {
    if (TREES.isEmpty()) {
      SampledTree.copy(SAMPLE, target, new Random(number));
      return;
    }
    try (Stream<Path> all = Files.list(Path.of(TREES))) {
      List<Path> trees = all.sorted().toList();
      SampledTree.copy(trees.get(number % trees.size()), target, new Random(number));
    }
  }

  private static Map<Path, byte[]> contents(Path tree) throws IOException {
    Map<Path, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(file, Files.readAllBytes(file));
      }
    }
    return contents;
  }

  /** All commands on one mutant; how many there were. */
  private int run(Path tree, Map<Path, byte[]> originals, int seed) throws IOException {
    Mutator mutator = new Mutator(seed);
    List<Path> files =
        originals.keySet().stream().filter(file -> !file.endsWith("Makefile")).toList();
    Path file = mutator.pick(files);
    String text = new String(originals.get(file), StandardCharsets.UTF_8);
    List<String> paths = files.stream().map(other -> tree.relativize(other).toString()).toList();
    byte[] mutant = mutator.mutate(text, paths).getBytes(StandardCharsets.UTF_8);
    List<List<String>> commands =
        IN_TURN ? List.of(COMMANDS.get(seed % COMMANDS.size())) : COMMANDS;
    for (List<String> command : commands) {
      for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
        Files.write(original.getKey(), original.getValue());
      }
      Files.write(file, mutant);
      List<String> args = new ArrayList<>();
      command.forEach(word -> args.add(word.replace("@", tree.toString())));
      args.add(tree.toString());
      run(args, "mutant " + seed + " of " + tree.relativize(file) + ": " + command);
    }
    return commands.size();
  }

  private void run(List<String> args, String what) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    long start = System.nanoTime();
    try {
      System.setOut(
          new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
      int status =
          assertTimeoutPreemptively(HANG, () -> Main.run(args.toArray(String[]::new)), what);
      if (status == ExitCode.FAULT) {
        faults.add(what + "\n" + errors.toString(StandardCharsets.UTF_8));
      }
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
    if (millis > SLOW_MILLIS) {
      slow.add(what + ": " + millis + " ms");
    }
    if (millis > worstMillis) {
      worstMillis = millis;
      worst = what;
    }
  }
}
