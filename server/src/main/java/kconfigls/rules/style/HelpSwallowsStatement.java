package kconfigls.rules.style;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;

/** Reports a help keyword whose text is a statement: the language page, A.4. */
public final class HelpSwallowsStatement implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "style",
          "help-swallows-statement",
          Severity.ERROR,
          "the statement after `help` is taken as its text");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Help help && help.swallowed() > 0) {
        int start = help.textRange().start();
        Place place = new Place(file.path(), new TextRange(start, start + help.swallowed()));
        sink.report(
            Draft.of(place, "this line is taken as the text of the `help` above: it is lost")
                .fix(() -> List.of(fix(file, help))));
      }
    }
  }

  private static Fix fix(CheckedFile file, Attribute.Help help) {
    int line = file.line(help.keyword().range().start());
    LineIndex lines = file.tree().source().lines();
    TextRange range = new TextRange(lines.start(line), lines.start(line + 1));
    return Fix.unsafe("Delete the `help`", Edits.in(file).delete(range));
  }
}
