package kconfigls.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kconfigls.analysis.Place;
import kconfigls.analysis.Snapshot;
import kconfigls.harness.CheckedTree;
import kconfigls.io.ProjectFinder;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fixed at once; each round reads and links the whole tree again. */
final class FixRoundTest {
  private static final Duration HANG = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void whatRestsOnABlockIsFixedInOneRound() {
    StringBuilder text =
        new StringBuilder("config A\n\tbool \"a\"\n\nmenu \"m\"\n\tdepends on A\n\n");
    StringBuilder fixed = new StringBuilder(text);
    for (String open : new String[] {"", "endmenu\n\nif A\n\n"}) {
      text.append(open);
      fixed.append(open);
      for (int i = 0; i < 5; i++) {
        String head = "config " + (open.isEmpty() ? "M" : "I") + i + "\n\tbool \"x\"\n";
        text.append(head).append("\tdepends on A\n\n");
        fixed.append(head).append("\n");
      }
    }
    text.append("endif\n");
    fixed.append("endif\n");
    CheckedTree.write(folder, Map.of("Kconfig", text.toString()), CheckedTree.charset(false));
    CheckedTree tree = CheckedTree.check(folder, "linux-6.12", Map.of());
    Snapshot snapshot = tree.workspace().snapshot();
    FixRound round =
        FixRound.of(
            tree.findings().stream()
                .filter(found -> found.rule().id().equals("duplicate-dependency"))
                .toList(),
            snapshot::present,
            applied -> applied.fix().safe());
    assertThat(round.applied()).hasSize(10);
    VfsPath file = VfsPath.of(folder.resolve("Kconfig").toString());
    assertThat(round.texts().get(file).text()).isEqualTo(fixed.toString());
  }

  /** An edit that opens a string breaks its file alone, and what else changes there stays. */
  @Test
  void onlyWhatBreaksAFileIsRefused() {
    String root =
        "source \"other\"\nconfig A\n\tbool \"a\"\nconfig B\n\tbool \"b\"\n"
            + "config E\n\tbool \"e\"\n";
    String other = "config C\n\tbool \"c\"\nconfig D\n\tbool \"d\"\n";
    CheckedTree.write(folder, Map.of("Kconfig", root, "other", other), CheckedTree.charset(false));
    Snapshot snapshot = CheckedTree.check(folder, "linux-6.12", Map.of()).workspace().snapshot();
    VfsPath first = VfsPath.of(folder.resolve("Kconfig").toString());
    VfsPath second = VfsPath.of(folder.resolve("other").toString());
    Fix good = Fix.safe("a", edit(first, root, "\"a\"", "\"A\""));
    Fix bad = Fix.safe("b", edit(first, root, "\"b\"", "\"B"));
    Fix both =
        Fix.safe(
            "c", edit(second, other, "\"c\"", "\"C\""), edit(first, root, "config E", "config"));
    Fix later = Fix.safe("d", edit(second, other, "\"d\"", "\"D\""));
    FixRound round =
        FixRound.of(
            Stream.of(good, bad, both, later).map(FixRoundTest::finding).toList(),
            snapshot::present,
            applied -> true);
    assertThat(round.applied().stream().map(FixRound.Applied::fix)).containsExactly(good, later);
    assertThat(round.refused().stream().map(FixRound.Applied::fix)).containsExactly(bad, both);
    assertThat(round.texts().get(first).text()).isEqualTo(root.replace("\"a\"", "\"A\""));
    assertThat(round.texts().get(second).text()).isEqualTo(other.replace("\"d\"", "\"D\""));
  }

  /** What is taken, what has an error and the statement of a place: found without a look at all. */
  @Test
  void aFixInEachOfManyEntries() {
    String entry = "config A;\n\tbool \"a\"\n\tdepends on B\n\tdepends on B\n";
    int count = 100_000;
    CheckedTree.write(folder, Map.of("Kconfig", entry.repeat(count)), CheckedTree.charset(false));
    VfsPath file = VfsPath.of(folder.resolve("Kconfig").toString());
    Snapshot snapshot =
        CheckedTree.load(
                ProjectFinder.find(VfsPath.of(folder.toString()), ProjectFinder.Wishes.NONE))
            .snapshot();
    String line = "\tdepends on B\n";
    List<Finding> findings =
        IntStream.range(0, count)
            .map(i -> i * entry.length() + entry.lastIndexOf(line))
            .mapToObj(at -> new Place(file, new TextRange(at, at + line.length())))
            .map(place -> finding(Fix.safe("delete", new Fix.Edit(place, ""))))
            .toList();
    FixRound round =
        assertTimeoutPreemptively(
            HANG, () -> FixRound.of(findings, snapshot::present, applied -> true));
    assertThat(round.applied()).hasSize(count);
    assertThat(round.texts().get(file).text())
        .isEqualTo(entry.replaceFirst(line, "").repeat(count));
  }

  /** Of many fixes one that breaks the file: it is not looked for one by one. */
  @Test
  void oneOfManyFixesBreaksTheFile() {
    String entry = "config A\n\tbool \"a\"\n";
    int count = 1_000;
    CheckedTree.write(folder, Map.of("Kconfig", entry.repeat(count)), CheckedTree.charset(false));
    VfsPath file = VfsPath.of(folder.resolve("Kconfig").toString());
    Snapshot snapshot =
        CheckedTree.load(
                ProjectFinder.find(VfsPath.of(folder.toString()), ProjectFinder.Wishes.NONE))
            .snapshot();
    int[] looks = new int[2];
    for (int bad = 0; bad < 2; bad++) {
      int broken = bad == 0 ? count : count - 5;
      AtomicInteger calls = new AtomicInteger();
      List<Finding> findings =
          IntStream.range(0, count)
              .mapToObj(i -> replaced(file, i * entry.length() + entry.indexOf('"'), i == broken))
              .toList();
      FixRound round =
          FixRound.of(
              findings,
              path -> {
                calls.incrementAndGet();
                return snapshot.present(path);
              },
              applied -> true);
      assertThat(round.refused()).hasSize(bad);
      assertThat(round.applied()).hasSize(count - bad);
      looks[bad] = calls.get();
    }
    assertThat(looks[1] - looks[0]).as("looks at the file for the fix that breaks").isLessThan(150);
  }

  private static Finding replaced(VfsPath file, int at, boolean breaks) {
    Place place = new Place(file, new TextRange(at, at + 3));
    return finding(Fix.safe("b", new Fix.Edit(place, breaks ? "\"b" : "\"b\"")));
  }

  private static Fix.Edit edit(VfsPath file, String text, String from, String to) {
    int start = text.indexOf(from);
    return new Fix.Edit(new Place(file, new TextRange(start, start + from.length())), to);
  }

  private static Finding finding(Fix fix) {
    RuleInfo rule = Rules.all().getFirst().info();
    return new Finding(
        rule,
        Severity.HINT,
        "",
        null,
        fix.edits().getFirst().place(),
        List.of(),
        List.of(),
        () -> List.of(fix));
  }
}
