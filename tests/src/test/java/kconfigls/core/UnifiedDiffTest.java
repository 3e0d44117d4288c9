package kconfigls.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import kconfigls.text.UnifiedDiff;
import org.junit.jupiter.api.Test;

/** A difference leads from one text to the other, is short, and is there soon for any text. */
final class UnifiedDiffTest {
  private static final Pattern HUNK = Pattern.compile("@@ -(\\d+)(?:,(\\d+))? \\+.*@@\n");
  private static final Duration HANG = Duration.ofSeconds(20);

  /** What {@code patch} makes of a text. */
  private static String patched(String before, String diff) {
    List<String> old = List.of(before.split("(?<=\n)"));
    StringBuilder result = new StringBuilder();
    int at = 0;
    for (String line : diff.split("(?<=\n)")) {
      Matcher hunk = HUNK.matcher(line);
      if (hunk.matches()) {
        int start = Integer.parseInt(hunk.group(1));
        int from = "0".equals(hunk.group(2)) ? start : start - 1;
        old.subList(at, from).forEach(result::append);
        at = from;
      } else if (line.startsWith("+") && !line.startsWith("+++ ")) {
        result.append(line.substring(1));
      } else if (line.startsWith(" ") || line.startsWith("-") && !line.startsWith("--- ")) {
        assertThat(old.get(at)).isEqualTo(line.substring(1));
        result.append(line.startsWith(" ") ? line.substring(1) : "");
        at++;
      }
    }
    old.subList(at, old.size()).forEach(result::append);
    return result.toString();
  }

  private static String joined(List<String> lines) {
    return String.join("", lines);
  }

  /** Lines of which some are there again and again. */
  private static List<String> lines(Random random, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> random.nextBoolean() ? "line " + i + "\n" : random.nextInt(9) + "\n")
        .toList();
  }

  private static List<String> changed(Random random, List<String> lines) {
    List<String> changed = new ArrayList<>(lines);
    for (int n = random.nextInt(1 + lines.size() / 5); n >= 0; n--) {
      int at = random.nextInt(changed.size());
      switch (random.nextInt(4)) {
        case 0 -> changed.remove(at);
        case 1 -> changed.add(at, "new " + n + "\n");
        case 2 -> changed.add(at, changed.get(random.nextInt(changed.size())));
        default -> changed.add(random.nextInt(changed.size()), changed.remove(at));
      }
      if (changed.isEmpty()) {
        changed.add("last\n");
      }
    }
    return changed;
  }

  @Test
  void aDifferenceLeadsFromOneTextToTheOther() {
    Random random = new Random(20_261_126);
    for (int i = 0; i < 400; i++) {
      List<String> before = lines(random, 1 + random.nextInt(i % 8 == 0 ? 4_000 : 60));
      String old = joined(before);
      String next = joined(changed(random, before));
      assertThat(patched(old, UnifiedDiff.of("f", old, next))).isEqualTo(next);
    }
  }

  @Test
  void whatIsCommonToLongTextsStays() {
    List<String> before = IntStream.range(0, 3_000).mapToObj(i -> "line " + i + "\n").toList();
    List<String> after = new ArrayList<>(before);
    after.remove(2_000);
    after.add(1_000, "new\n");
    assertThat(UnifiedDiff.of("f", joined(before), joined(after)).lines())
        .filteredOn(line -> line.startsWith("+") || line.startsWith("-"))
        .containsExactly("--- a/f", "+++ b/f", "+new", "-line 2000");
  }

  @Test
  void aLineInEachOfManyEntries() {
    StringBuilder before = new StringBuilder();
    StringBuilder after = new StringBuilder();
    for (int i = 0; i < 100_000; i++) {
      String entry = "config S" + i + "\n\tbool\n\tdepends on A\n";
      before.append(entry).append("\tdepends on A\n");
      after.append(entry);
    }
    String diff =
        assertTimeoutPreemptively(
            HANG, () -> UnifiedDiff.of("f", before.toString(), after.toString()));
    assertThat(diff.lines().filter("-\tdepends on A"::equals)).hasSize(100_000);
  }

  @Test
  void longTextsWithNothingInCommon() {
    String before = "a\nb\n".repeat(100_000);
    String after = "c\nd\n".repeat(100_000);
    String diff = assertTimeoutPreemptively(HANG, () -> UnifiedDiff.of("f", before, after));
    assertThat(patched(before, diff)).isEqualTo(after);
  }
}
