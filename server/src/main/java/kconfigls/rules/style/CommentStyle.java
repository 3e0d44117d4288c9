package kconfigls.rules.style;

import java.util.List;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;

/** Reports comments whose text follows the {@code #} without a blank. */
public final class CommentStyle implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("style", "comment-style", Severity.HINT, "a comment without a blank after `#`")
          .only("zephyr");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    FileLines lines = file.lines();
    for (int line = 0; line < lines.count(); line++) {
      int at = comment(file, line);
      if (at >= 0 && at + 1 < lines.end(line) && isText(file.text().charAt(at + 1))) {
        sink.report(
            Draft.of(Lines.place(file, at, at + 1), "a blank is missing after `#`")
                .fix(
                    () ->
                        List.of(
                            Fix.safe("Insert a blank", Lines.replace(file, at + 1, at + 1, " ")))));
      }
    }
  }

  private static boolean isText(char c) {
    return c != ' ' && c != '\t' && c != '#';
  }

  private static int comment(CheckedFile file, int line) {
    FileLines lines = file.lines();
    boolean code =
        switch (lines.kind(line)) {
          case COMMENT, END, ATTRIBUTE, CONTINUATION -> true;
          case STATEMENT -> !(lines.node(line) instanceof Statement.Assignment);
          case BLANK, HELP, OTHER -> false;
        };
    return code ? lines.comment(line) : -1;
  }
}
