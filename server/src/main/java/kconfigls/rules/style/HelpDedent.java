package kconfigls.rules.style;

import java.util.TreeSet;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.DedentedHelp;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;

/** Reports lines that were meant as help text and are read as statements. */
public final class HelpDedent implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "style",
          "help-dedent",
          Severity.ERROR,
          "a help line is indented less than the first one");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    LineIndex lines = file.tree().source().lines();
    int previous = -2;
    for (int line : new TreeSet<>(DedentedHelp.lines(file))) {
      if (line != previous + 1) {
        int end = lines.end(line);
        int start = lines.start(line);
        while (start < end && Character.isWhitespace(file.text().charAt(start))) {
          start++;
        }
        String message = "indented less than the first line of the help text, so it is no help";
        sink.report(Draft.of(new Place(file.path(), new TextRange(start, end)), message));
      }
      previous = line;
    }
  }
}
