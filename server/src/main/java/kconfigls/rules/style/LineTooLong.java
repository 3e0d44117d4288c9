package kconfigls.rules.style;

import java.util.List;
import java.util.regex.Pattern;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileLines.Kind;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.TextRange;

/** Reports lines that are longer than the project allows. */
public final class LineTooLong implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("style", "line-too-long", Severity.HINT, "a line longer than the project's limit")
          .only("zephyr", "esp-idf", "buildroot");

  private static final Pattern URL = Pattern.compile("\\w+://\\S*");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    FileLines lines = file.lines();
    int most = Math.max(file.style().maxColumns(), file.style().maxHelpColumns());
    for (int line = 0; line < lines.count(); line++) {
      int limit = limit(file, line);
      // no line with fewer characters than columns divided by a tab's width can be too long
      if (limit > 0 && lines.end(line) - lines.start(line) > most / file.style().tabWidth()) {
        check(file, line, limit, sink);
      }
    }
  }

  private static int limit(CheckedFile file, int line) {
    return file.lines().kind(line) == Kind.HELP
        ? file.style().maxHelpColumns()
        : file.style().maxColumns();
  }

  private static void check(CheckedFile file, int line, int limit, FindingSink sink) {
    FileLines lines = file.lines();
    int end = lines.stripped(line);
    int columns = lines.column(line, end, file.style().tabWidth());
    if (columns <= limit || isWhole(file, line)) {
      return;
    }
    int from = lines.offset(line, end, limit, file.style().tabWidth());
    String message = "the line has " + columns + " columns, " + limit + " are allowed";
    sink.report(
        Draft.of(Lines.place(file, from, end), message).fix(() -> fixes(file, line, limit)));
  }

  /** Whether a line cannot be broken: it holds a macro, or is one long word. */
  private static boolean isWhole(CheckedFile file, int line) {
    if (Lines.isExempt(file, line)) {
      return true;
    }
    if (file.style().isNested()) {
      return false; // ESP-IDF's checker counts them all the same
    }
    String content = file.lines().content(line).of(file.text());
    return file.lines().kind(line) == Kind.HELP
        ? URL.matcher(content).matches()
        : content.contains("$(");
  }

  private static List<Fix> fixes(CheckedFile file, int line, int limit) {
    return switch (file.lines().kind(line)) {
      case HELP -> wrapped(file, line, limit);
      case ATTRIBUTE, STATEMENT, CONTINUATION -> continued(file, line, limit);
      case BLANK, COMMENT, END, OTHER -> List.of();
    };
  }

  /** Breaks a line of help at its last blank within the limit; menus show that. */
  private static List<Fix> wrapped(CheckedFile file, int line, int limit) {
    FileLines lines = file.lines();
    TextRange content = lines.content(line);
    int at = lines.offset(line, content.end() - 1, limit, file.style().tabWidth());
    while (at > content.start() && file.text().charAt(at) != ' ') {
      at--;
    }
    if (at <= content.start()) {
      return List.of();
    }
    Fix.Edit edit =
        Lines.replace(file, at, at + 1, file.lines().newline() + lines.indentation(line));
    return List.of(Fix.unsafe("Break the line", edit));
  }

  /** Goes on in the next line after the last operator within the limit. */
  private static List<Fix> continued(CheckedFile file, int line, int limit) {
    FileLines lines = file.lines();
    if (Lines.isOneOfSeveral(file, line) || lines.comment(line) >= 0) {
      return List.of();
    }
    String text = lines.text(line);
    // " \" takes two columns, and the operator with the blank before it three
    int end = lines.offset(line, lines.end(line), limit - 2, file.style().tabWidth());
    int most = end - lines.start(line) - 3;
    int at = Math.max(text.lastIndexOf(" && ", most), text.lastIndexOf(" || ", most));
    if (at <= 0) {
      return List.of();
    }
    boolean isContinuation = lines.kind(line) == Kind.CONTINUATION;
    int depth = lines.depth(line) + (file.style().isNested() ? 1 : 0);
    String indentation =
        isContinuation
            ? lines.indentation(line)
            : file.style().isNested() ? file.style().indentation(depth) : "\t\t";
    int start = lines.start(line) + at + 3;
    Fix.Edit edit =
        Lines.replace(file, start, start + 1, " \\" + file.lines().newline() + indentation);
    return List.of(Fix.safe("Go on in the next line", edit));
  }
}
