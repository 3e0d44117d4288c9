package kconfigls.rules.style;

import java.util.List;
import kconfigls.dialect.LayoutStyle.Spacing;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileLines.Kind;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Keyword;
import kconfigls.syntax.Statement;

/** Reports blank lines that are too many, and missing ones around entries and conditions. */
public final class BlankLines implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("style", "blank-lines", Severity.HINT, "blank lines that are too many or missing")
          .only("zephyr", "buildroot");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    tooMany(file, sink);
    if (file.style().spacing() != Spacing.FREE) {
      FileLines lines = file.lines();
      for (int line = 0; line < lines.count(); line++) {
        missing(file, line, sink);
      }
    }
  }

  private static void tooMany(CheckedFile file, FindingSink sink) {
    FileLines lines = file.lines();
    int last = lines.count() - 1;
    // what follows the last newline is no line
    int end = lines.start(last) == lines.end(last) ? last - 1 : last;
    for (int line = 0; line <= end; line++) {
      if (lines.kind(line) != Kind.BLANK) {
        continue;
      }
      int until = line;
      while (until < end && lines.kind(until + 1) == Kind.BLANK) {
        until++;
      }
      boolean atEdge = line == 0 || until == end;
      int surplus = atEdge ? line : line + 1;
      if (surplus <= until) {
        report(file, surplus, until, atEdge, sink);
      }
      line = until;
    }
  }

  private static void report(
      CheckedFile file, int first, int last, boolean atEdge, FindingSink sink) {
    String message =
        !atEdge
            ? "more than one blank line in a row"
            : first == 0
                ? "a blank line at the start of the file"
                : "a blank line at the end of the file";
    FileLines lines = file.lines();
    sink.report(
        Draft.of(Lines.place(file, lines.start(first), lines.end(last)), message)
            .fix(
                () ->
                    List.of(Fix.safe("Delete the blank lines", Lines.delete(file, first, last)))));
  }

  private static void missing(CheckedFile file, int line, FindingSink sink) {
    FileLines lines = file.lines();
    if (lines.kind(line) == Kind.END) {
      if (lines.node(line) instanceof Keyword end && end.is("endif")) {
        before(file, line, false, sink);
        after(file, line, sink);
      }
    } else if (lines.kind(line) == Kind.STATEMENT) {
      switch (lines.node(line)) {
        case Statement.If block -> {
          before(file, line, false, sink);
          after(file, line, sink);
        }
        case Statement.WithAttributes declaration -> before(file, line, true, sink);
        case null, default -> {
          // may stand anywhere
        }
      }
    }
  }

  /** Comments right above belong to what follows. */
  private static void before(CheckedFile file, int line, boolean afterOpener, FindingSink sink) {
    FileLines lines = file.lines();
    int first = line;
    while (first > 0 && lines.kind(first - 1) == Kind.COMMENT) {
      first--;
    }
    if (first == 0 || lines.kind(first - 1) == Kind.BLANK) {
      return;
    }
    int above = first - 1;
    while (above > 0 && lines.kind(above) == Kind.CONTINUATION) {
      above--;
    }
    boolean opened =
        switch (lines.node(above)) {
          // an `if` reports what it lacks behind itself
          case Statement.If block -> true;
          case Statement.Block block -> afterOpener;
          case Statement.MainMenu menu -> afterOpener;
          case null, default -> false;
        };
    if (!opened && !endsIf(file, above)) {
      insert(file, first, line, "before", sink);
    }
  }

  /** Whether a line ends an {@code if}: then that end reports what is missing behind it. */
  private static boolean endsIf(CheckedFile file, int line) {
    return file.lines().node(line) instanceof Keyword end && end.is("endif");
  }

  private static void after(CheckedFile file, int line, FindingSink sink) {
    FileLines lines = file.lines();
    int next = line + 1;
    while (next < lines.count() && lines.kind(next) == Kind.CONTINUATION) {
      next++;
    }
    boolean last = next >= lines.count() || lines.start(next) == file.text().length();
    if (!last && lines.kind(next) != Kind.BLANK) {
      insert(file, next, line, "after", sink);
    }
  }

  private static void insert(CheckedFile file, int at, int line, String where, FindingSink sink) {
    int start = file.lines().start(at);
    sink.report(
        Draft.of(Lines.content(file, line), "a blank line is missing " + where + " this line")
            .fix(
                () ->
                    List.of(
                        Fix.safe(
                            "Insert a blank line",
                            Lines.replace(file, start, start, file.lines().newline())))));
  }
}
