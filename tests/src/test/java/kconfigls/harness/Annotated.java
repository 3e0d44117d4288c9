package kconfigls.harness;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.FileCell;
import kconfigls.harness.Fixture.Expected;
import kconfigls.rules.Finding;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** Findings in the notation of a fixture. */
public final class Annotated {
  private Annotated() {}

  /** What a fixture would have to say to expect exactly these findings. */
  public static List<Expected> of(CheckedTree tree, VfsPath folder) {
    List<Expected> all = new ArrayList<>();
    for (Finding finding : tree.findings()) {
      VfsPath path = finding.place().file();
      FileCell cell = tree.workspace().snapshot().present(path).orElseThrow();
      all.add(of(finding, cell, path.relativeTo(folder)));
    }
    return all;
  }

  private static Expected of(Finding finding, FileCell cell, String file) {
    String text = cell.source().text();
    LineIndex lines = cell.source().lines();
    TextRange range = finding.place().range();
    int line = lines.lineOf(range.start());
    int start = lines.start(line);
    int end = Math.max(range.start(), Math.min(range.end(), lines.end(line)));
    int column = Fixture.column(text.substring(start, range.start()));
    int width = Fixture.column(text.substring(start, end)) - column;
    return new Expected(
        file,
        line,
        column,
        Math.max(1, width),
        finding.severity().text(),
        finding.rule().id(),
        finding.message());
  }

  /** Whether a finding is what was expected; the message need only be a part. */
  public static boolean matches(Expected expected, Expected found) {
    return found.message().contains(expected.message())
        && found.equals(
            new Expected(
                expected.file(),
                expected.line(),
                expected.column(),
                expected.width(),
                expected.severity(),
                expected.rule(),
                found.message()));
  }

  /** The fixture's text with these findings in place of those that it expects. */
  public static String rewrite(String fixture, List<Expected> findings) {
    StringBuilder out = new StringBuilder();
    String file = "";
    int line = -1;
    for (String each : fixture.split("(?<=\n)")) {
      if (Fixture.isExpectation(each)) {
        continue;
      }
      out.append(each);
      if (each.startsWith("#- ")) {
        file = each.substring(3).strip().split("\\s+")[0];
        line = -1;
        continue;
      }
      line++;
      for (Expected finding : findings) {
        if (finding.file().equals(file) && finding.line() == line) {
          out.append(mark(finding)).append('\n');
        }
      }
    }
    return out.toString();
  }

  private static String mark(Expected finding) {
    int blanks = finding.column() - 1;
    String carets = "^".repeat(blanks < 0 ? Math.max(1, finding.width() - 1) : finding.width());
    return "#"
        + " ".repeat(Math.max(0, blanks))
        + carets
        + " "
        + finding.severity()
        + "["
        + finding.rule()
        + "] "
        + finding.message();
  }
}
