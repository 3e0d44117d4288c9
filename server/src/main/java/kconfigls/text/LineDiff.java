package kconfigls.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which lines stay between two texts. Short texts have the shortest script (Myers' greedy
 * algorithm); long ones are first cut at the lines that both have just once, so that the time grows
 * with their length and not with its square.
 */
public final class LineDiff {
  private static final int SHORT = 1_000;

  /** More differences between two cuts than this, and nothing of what is between them stays. */
  private static final int MOST_STEPS = 1_000;

  /** A line that stays, goes or comes: {@code ' '}, {@code '-'} or {@code '+'}. */
  record Line(char kind, String text) {}

  private final List<Line> script = new ArrayList<>();

  private LineDiff() {}

  /** All lines of both texts in order. */
  static List<Line> script(List<String> before, List<String> after) {
    LineDiff diff = new LineDiff();
    diff.add(before, after);
    return diff.script;
  }

  /** The indices of the lines of the second text that are not in the first one, or elsewhere. */
  public static BitSet added(List<String> before, List<String> after) {
    BitSet added = new BitSet();
    int at = 0;
    for (Line line : script(before, after)) {
      if (line.kind() == '+') {
        added.set(at);
      }
      at += line.kind() == '-' ? 0 : 1;
    }
    return added;
  }

  private void add(char kind, List<String> lines) {
    lines.forEach(line -> script.add(new Line(kind, line)));
  }

  /** Equal lines at both ends stay. */
  private void add(List<String> before, List<String> after) {
    int limit = Math.min(before.size(), after.size());
    int head = 0;
    while (head < limit && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < limit - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    add(' ', before.subList(0, head));
    middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail));
    add(' ', before.subList(before.size() - tail, before.size()));
  }

  private void middle(List<String> before, List<String> after) {
    boolean isShort = before.size() + after.size() <= SHORT;
    List<Anchor> anchors = isShort ? List.of() : anchors(before, after);
    if (anchors.isEmpty()) {
      shortest(before, after);
      return;
    }
    int oldAt = 0;
    int newAt = 0;
    for (Anchor anchor : anchors) {
      add(before.subList(oldAt, anchor.before()), after.subList(newAt, anchor.after()));
      script.add(new Line(' ', before.get(anchor.before())));
      oldAt = anchor.before() + 1;
      newAt = anchor.after() + 1;
    }
    add(before.subList(oldAt, before.size()), after.subList(newAt, after.size()));
  }

  /** A line that each text has once, by its index in both. */
  private record Anchor(int before, int after) {}

  /** The longest series of such lines that has the same order in both texts. */
  private static List<Anchor> anchors(List<String> before, List<String> after) {
    Map<String, Integer> olds = unique(before);
    Map<String, Integer> news = unique(after);
    List<Anchor> common = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      Integer there = news.get(before.get(i));
      if (there != null && there >= 0 && olds.getOrDefault(before.get(i), -1) == i) {
        common.add(new Anchor(i, there));
      }
    }
    return increasing(common);
  }

  /** The index of each line; -1 for one that is there again. */
  private static Map<String, Integer> unique(List<String> lines) {
    Map<String, Integer> at = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      at.merge(lines.get(i), i, (first, again) -> -1);
    }
    return at;
  }

  /** The longest series that increases in the second text, too: by piles, as in patience. */
  private static List<Anchor> increasing(List<Anchor> anchors) {
    int[] tops = new int[anchors.size()];
    int[] previous = new int[anchors.size()];
    int piles = 0;
    for (int i = 0; i < anchors.size(); i++) {
      int pile = pile(anchors, tops, piles, anchors.get(i).after());
      previous[i] = pile == 0 ? -1 : tops[pile - 1];
      tops[pile] = i;
      piles = Math.max(piles, pile + 1);
    }
    List<Anchor> series = new ArrayList<>();
    for (int i = piles == 0 ? -1 : tops[piles - 1]; i >= 0; i = previous[i]) {
      series.add(anchors.get(i));
    }
    Collections.reverse(series);
    return series;
  }

  /** The first pile whose top is not less. */
  private static int pile(List<Anchor> anchors, int[] tops, int piles, int after) {
    int low = 0;
    int high = piles;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (anchors.get(tops[middle]).after() < after) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void shortest(List<String> before, List<String> after) {
    int most = Math.min(MOST_STEPS, before.size() + after.size());
    // how far each diagonal k leads, at k + most + 1
    int[] reach = new int[2 * most + 3];
    List<int[]> trace = new ArrayList<>();
    for (int d = 0; d <= most; d++) {
      trace.add(Arrays.copyOfRange(reach, most - d, most + d + 3));
      for (int k = -d; k <= d; k += 2) {
        int at = k + most + 1;
        boolean down = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
        int x = down ? reach[at + 1] : reach[at - 1] + 1;
        while (x < before.size()
            && x - k < after.size()
            && before.get(x).equals(after.get(x - k))) {
          x++;
        }
        reach[at] = x;
        if (x >= before.size() && x - k >= after.size()) {
          script.addAll(back(before, after, trace));
          return;
        }
      }
    }
    add('-', before);
    add('+', after);
  }

  /** The way back from the end; {@code trace.get(d)} has diagonal k at k + d + 1. */
  private static List<Line> back(List<String> before, List<String> after, List<int[]> trace) {
    List<Line> reversed = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int d = trace.size() - 1; d >= 0; d--) {
      int[] reach = trace.get(d);
      int k = x - y;
      int at = k + d + 1;
      boolean down = k == -d || (k != d && reach[at - 1] < reach[at + 1]);
      int fromX = down ? reach[at + 1] : reach[at - 1];
      int fromY = fromX - (down ? k + 1 : k - 1);
      while (x > Math.max(0, fromX) && y > Math.max(0, fromY)) {
        reversed.add(new Line(' ', before.get(--x)));
        y--;
      }
      if (d > 0) {
        reversed.add(down ? new Line('+', after.get(--y)) : new Line('-', before.get(--x)));
      }
    }
    Collections.reverse(reversed);
    return reversed;
  }
}
