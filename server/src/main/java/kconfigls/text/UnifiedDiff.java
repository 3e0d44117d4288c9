package kconfigls.text;

import java.util.List;
import kconfigls.text.LineDiff.Line;
import kconfigls.text.escape.QuotedPath;

/** The difference of two texts as {@code diff -u} prints it. */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** The difference; empty for equal texts. */
  public static String of(String name, String before, String after) {
    List<Line> script = LineDiff.script(lines(before), lines(after));
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
    return out.isEmpty()
        ? ""
        : "--- " + QuotedPath.of("a/" + name) + "\n+++ " + QuotedPath.of("b/" + name) + "\n" + out;
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
}
