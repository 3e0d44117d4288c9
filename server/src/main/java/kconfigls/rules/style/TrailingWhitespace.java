package kconfigls.rules.style;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileLines.Kind;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Statement;
import kconfigls.syntax.SyntaxProblem;

/** Reports blanks at the ends of lines, but for values of assignments, to which they belong. */
public final class TrailingWhitespace implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("style", "trailing-whitespace", Severity.INFO, "blanks at the end of a line")
          .only("zephyr", "esp-idf", "buildroot", "coreboot");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    FileLines lines = file.lines();
    Set<Integer> open = openTexts(file);
    for (int line = 0; line < lines.count(); line++) {
      int start = lines.stripped(line);
      int end = lines.end(line);
      boolean meant = isContent(file, line) || open.contains(line);
      if (start < end && isRefused(file, line, meant) && !Lines.isExempt(file, line)) {
        Fix fix = Fix.safe("Delete the blanks", Lines.replace(file, start, end, ""));
        sink.report(
            Draft.of(Lines.place(file, start, end), "blanks at the end of the line")
                .fix(() -> meant ? List.of() : List.of(fix)));
      }
    }
  }

  /** ESP-IDF's checker looks at every line but a last one without a newline. */
  private static boolean isRefused(CheckedFile file, int line, boolean meant) {
    return file.style().isNested() ? file.lines().end(line) < file.text().length() : !meant;
  }

  /** Whether the blanks mean something, or another rule says what they spoil. */
  private static boolean isContent(CheckedFile file, int line) {
    FileLines lines = file.lines();
    int end = lines.stripped(line);
    boolean code =
        switch (lines.kind(line)) {
          case BLANK, COMMENT, HELP -> false;
          case STATEMENT, END, ATTRIBUTE, CONTINUATION, OTHER -> true;
        };
    boolean afterBackslash = code && end > lines.start(line) && file.text().charAt(end - 1) == '\\';
    boolean assigned =
        lines.kind(line) == Kind.STATEMENT && lines.node(line) instanceof Statement.Assignment;
    return afterBackslash || assigned;
  }

  /** The lines that end inside a string or a macro. */
  private static Set<Integer> openTexts(CheckedFile file) {
    Set<Integer> open = new HashSet<>();
    for (SyntaxProblem problem : file.tree().problems()) {
      if (problem.kind() == ProblemKind.UNTERMINATED_STRING
          || problem.kind() == ProblemKind.UNTERMINATED_MACRO) {
        open.add(file.line(problem.range().start()));
      }
    }
    return open;
  }
}
