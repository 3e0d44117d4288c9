package kconfigls.rules.macros;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.dialect.MacroLibrary;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports text in the value of an assignment that is meant to be something else. */
public final class AssignmentLiteralText implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "assignment-literal-text",
          Severity.WARNING,
          "quotes, comments, backslashes and blanks that are part of an assigned value");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (!file.has(Feature.MACROS)) {
      return;
    }
    boolean python = MacroLibrary.of(file.dialect()).isPython();
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Assignment assignment) {
                check(file, sink, assignment, python);
              }
            });
  }

  private static void check(
      CheckedFile file, FindingSink sink, Statement.Assignment assignment, boolean python) {
    String value = assignment.value();
    TextRange range = assignment.valueRange();
    int comment = comment(value);
    String stripped = value.stripTrailing();
    if (comment >= 0) {
      report(file, sink, range, comment, value.length(), "the comment is part of the value");
    } else if (isQuoted(stripped)) {
      Fix.Edit unquoted =
          new Fix.Edit(
              new Place(
                  file.path(), new TextRange(range.start(), range.start() + stripped.length())),
              stripped.substring(1, stripped.length() - 1));
      Draft draft = draft(file, range, 0, stripped.length(), "the quotes are part of the value");
      sink.report(draft.fix(() -> List.of(Fix.unsafe("Delete the quotes", unquoted))));
    } else if (!python && value.endsWith("\\")) {
      int at = value.length() - 1;
      report(
          file, sink, range, at, at + 1, "the backslash is part of the value: no line is joined");
    } else if (!python && stripped.length() < value.length()) {
      report(
          file, sink, range, stripped.length(), value.length(), "the blanks are part of the value");
    }
  }

  private static boolean isQuoted(String value) {
    char quote = value.length() < 2 ? 0 : value.charAt(0);
    return (quote == '"' || quote == '\'') && value.indexOf(quote, 1) == value.length() - 1;
  }

  /** Where a {@code #} stands behind a blank and outside of macros; -1 if nowhere. */
  private static int comment(String value) {
    int level = 0;
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '(') {
        level++;
      } else if (c == ')') {
        level--;
      } else if (c == '#' && level == 0 && Character.isWhitespace(value.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  private static void report(
      CheckedFile file, FindingSink sink, TextRange value, int from, int to, String message) {
    Draft draft = draft(file, value, from, to, message);
    sink.report(
        draft.fix(
            () ->
                List.of(
                    Fix.unsafe("Delete it", Edits.in(file).deleteWord(draft.place().range())))));
  }

  private static Draft draft(CheckedFile file, TextRange value, int from, int to, String message) {
    TextRange range = new TextRange(value.start() + from, value.start() + to);
    return Draft.of(new Place(file.path(), range), message);
  }
}
