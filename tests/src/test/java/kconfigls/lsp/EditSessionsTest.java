package kconfigls.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import kconfigls.harness.CheckedTree;
import kconfigls.harness.SampledTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * After any session of edits a server shows what one shows that is started then, with the same
 * documents open. {@code kconfigls.sessions} says how many sessions, or with {@code
 * kconfigls.session} which one alone; small parts of the trees below {@code kconfigls.trees} are
 * edited, or else the sample tree.
 */
final class EditSessionsTest {
  private static final Path SAMPLE =
      Path.of(System.getProperty("kconfigls.root", "..")).resolve("tests/sample").toAbsolutePath();
  private static final String TREES = System.getProperty("kconfigls.trees", "");
  private static final int SESSIONS = Integer.getInteger("kconfigls.sessions", 20);
  private static final Integer ONLY = Integer.getInteger("kconfigls.session");
  private static final int MOST_STEPS = 16;
  private static final int THREADS = 3;

  /** How often a difference is looked at again: the work behind the answers may not be done. */
  private static final int LOOKS = 300;

  private static final long PAUSE_MILLIS = 50;

  @TempDir private Path temp;

  @Test
  void aServerShowsWhatAFreshOneShows() throws Exception {
    List<Integer> seeds = new ArrayList<>();
    for (int seed = 0; seed < SESSIONS; seed++) {
      seeds.add(seed);
    }
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<String>> sessions =
          (ONLY == null ? seeds : List.of(ONLY))
              .stream().map(seed -> threads.submit(() -> failure(seed))).toList();
      List<String> failures = new ArrayList<>();
      for (Future<String> session : sessions) {
        String failure = session.get();
        if (!failure.isEmpty()) {
          System.out.println(failure);
          failures.add(failure);
        }
      }
      System.out.println(
          "EditSessionsTest: " + sessions.size() + " sessions, " + failures.size() + " failures");
      assertThat(failures).isEmpty();
    } finally {
      threads.shutdownNow();
    }
  }

  /** What is wrong after a session with the fewest steps that go wrong; empty if nothing is. */
  private String failure(int seed) throws Exception {
    int steps = 1 + new Random(seed).nextInt(MOST_STEPS);
    String failure = failure(seed, steps);
    for (int fewer = 1; !failure.isEmpty() && fewer < steps; fewer++) {
      String shorter = failure(seed, fewer);
      if (!shorter.isEmpty()) {
        return shorter;
      }
    }
    return failure;
  }

  private String failure(int seed, int steps) throws Exception {
    Path home = Files.createTempDirectory(temp, "session" + seed + "-").toRealPath();
    Random random = new Random(seed);
    copyTree(seed, Files.createDirectories(home.resolve("a")), random);
    copyTree(seed + 1, Files.createDirectories(home.resolve("b")), random);
    String found = "";
    try (EditSession session = new EditSession(home, seed)) {
      try {
        for (int i = 0; i < steps; i++) {
          session.step();
        }
        found = difference(session, seed);
      } catch (AssertionError e) {
        found = "not answered: " + e.getMessage() + "\n";
      }
      if (!found.isEmpty()) {
        found = "session " + seed + ":\n  " + String.join("\n  ", session.log()) + "\n" + found;
      }
    } finally {
      CheckedTree.delete(home);
    }
    return found.replace(home + "/", "");
  }

  private static void copyTree(int seed, Path target, Random random) throws IOException {
    if (TREES.isEmpty()) {
      try (Stream<Path> paths = Files.walk(SAMPLE)) {
        for (Path path : paths.filter(Files::isRegularFile).sorted().toList()) {
          Path copy = target.resolve(SAMPLE.relativize(path));
          Files.createDirectories(Objects.requireNonNull(copy.getParent()));
          Files.copy(path, copy);
        }
      }
    } else {
      List<Path> trees;
      try (Stream<Path> all = Files.list(Path.of(TREES))) {
        trees = all.sorted().toList();
      }
      SampledTree.copy(trees.get(seed % trees.size()), target, random);
    }
    Files.writeString(target.resolve(".config"), "CONFIG_NET=y\nCONFIG_UNKNOWN=y\n");
  }

  private static String difference(EditSession session, int seed) throws Exception {
    try (TestEditor fresh = new TestEditor(session.folders())) {
      for (var document : session.editor().documents().entrySet()) {
        fresh.open(document.getKey(), document.getValue());
      }
      String difference = "";
      for (int i = 0; i < LOOKS; i++) {
        Thread.sleep(PAUSE_MILLIS);
        if (i < LOOKS / 10 && !session.editor().published().equals(fresh.published())) {
          continue; // to ask for everything takes long
        }
        var files = session.files();
        difference = difference(session.editor().state(files, seed), fresh.state(files, seed));
        List<String> faults = new ArrayList<>(session.editor().faults());
        faults.addAll(fresh.faults());
        if (difference.isEmpty() || !faults.isEmpty()) {
          return difference + String.join("\n", faults);
        }
      }
      return difference;
    }
  }

  private static String difference(Map<String, String> edited, Map<String, String> fresh) {
    StringBuilder found = new StringBuilder();
    for (String asked : new TreeSet<>(union(edited, fresh).keySet())) {
      String one = edited.getOrDefault(asked, "[]");
      String other = fresh.getOrDefault(asked, "[]");
      if (!one.equals(other)) {
        int same = 0;
        while (same < Math.min(one.length(), other.length())
            && one.charAt(same) == other.charAt(same)) {
          same++;
        }
        int from = Math.max(0, same - 80);
        found.append(asked).append("\n  edited: ").append(part(one, from));
        found.append("\n  fresh:  ").append(part(other, from)).append('\n');
      }
    }
    return found.toString();
  }

  private static Map<String, String> union(Map<String, String> a, Map<String, String> b) {
    Map<String, String> union = new TreeMap<>(a);
    union.putAll(b);
    return union;
  }

  private static String part(String text, int from) {
    return text.substring(Math.min(from, text.length()), Math.min(text.length(), from + 300));
  }
}
