package kconfigls.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The difference of two texts as {@code diff -u} prints it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** A line that stays, goes or comes: {@code ' '}, {@code '-'} or {@code '+'}. */
  private record Line(char kind, String text) {}

  private UnifiedDiff() {}

  /** The difference; empty for equal texts. */
  public static String of(String name, String before, String after) {
    List<Line> script = script(lines(before), lines(after));
    StringBuilder out = new StringBuilder();
    int old = 1;
    int next = 1;
    for (int i = 0; i < script.size(); ) {
      int change = i;
      while (change < script.size() && script.get(change).kind() == ' ') {
        change++;
      }
      if (change == script.size()) {
        break;
      }
      int start = Math.max(i, change - CONTEXT);
      int end = end(script, change);
      old += start - i;
      next += start - i;
      List<Line> hunk = script.subList(start, end);
      int olds = count(hunk, '-');
      int news = count(hunk, '+');
      out.append("@@ -").append(range(old, olds)).append(" +").append(range(next, news));
      out.append(" @@\n");
      hunk.forEach(line -> print(line, out));
      old += olds;
      next += news;
      i = end;
    }
    return out.isEmpty() ? "" : "--- a/" + name + "\n+++ b/" + name + "\n" + out;
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("(?<=\n)"));
  }

  /** Where a hunk ends: when more lines stay than two hunks show between them. */
  private static int end(List<Line> script, int change) {
    int end = change;
    int same = 0;
    for (int i = change; i < script.size() && same <= 2 * CONTEXT; i++) {
      same = script.get(i).kind() == ' ' ? same + 1 : 0;
      end = same == 0 ? i + 1 : end;
    }
    return Math.min(script.size(), end + CONTEXT);
  }

  private static int count(List<Line> hunk, char kind) {
    return (int) hunk.stream().filter(line -> line.kind() == kind || line.kind() == ' ').count();
  }

  private static String range(int start, int count) {
    int from = count == 0 ? start - 1 : start;
    return count == 1 ? String.valueOf(from) : from + "," + count;
  }

  private static void print(Line line, StringBuilder out) {
    out.append(line.kind()).append(line.text());
    if (!line.text().endsWith("\n")) {
      out.append("\n\\ No newline at end of file\n");
    }
  }

  /** The shortest script but for what is too far apart; equal lines at both ends stay. */
  private static List<Line> script(List<String> before, List<String> after) {
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
    List<Line> script = new ArrayList<>();
    before.subList(0, head).forEach(line -> script.add(new Line(' ', line)));
    middle(
        before.subList(head, before.size() - tail),
        after.subList(head, after.size() - tail),
        script);
    before
        .subList(before.size() - tail, before.size())
        .forEach(line -> script.add(new Line(' ', line)));
    return script;
  }

  /** Myers' greedy algorithm. */
  private static void middle(List<String> before, List<String> after, List<Line> script) {
    Map<Integer, Integer> reach = new HashMap<>(Map.of(1, 0));
    List<Map<Integer, Integer>> trace = new ArrayList<>();
    int most = before.size() + after.size();
    for (int d = 0; d <= most; d++) {
      trace.add(new HashMap<>(reach));
      for (int k = -d; k <= d; k += 2) {
        boolean down = k == -d || (k != d && at(reach, k - 1) < at(reach, k + 1));
        int x = down ? at(reach, k + 1) : at(reach, k - 1) + 1;
        int y = x - k;
        while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
          x++;
          y++;
        }
        reach.put(k, x);
        if (x >= before.size() && y >= after.size()) {
          script.addAll(back(before, after, trace, d));
          return;
        }
      }
    }
  }

  private static int at(Map<Integer, Integer> reach, int k) {
    return reach.getOrDefault(k, 0);
  }

  private static List<Line> back(
      List<String> before, List<String> after, List<Map<Integer, Integer>> trace, int steps) {
    List<Line> reversed = new ArrayList<>();
    int x = before.size();
    int y = after.size();
    for (int d = steps; d >= 0; d--) {
      Map<Integer, Integer> reach = trace.get(d);
      int k = x - y;
      boolean down = k == -d || (k != d && at(reach, k - 1) < at(reach, k + 1));
      int fromX = at(reach, down ? k + 1 : k - 1);
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
