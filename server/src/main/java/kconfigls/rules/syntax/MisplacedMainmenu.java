package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;

/** Reports a main menu that is repeated, late, or in a sourced file. */
public final class MisplacedMainmenu implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "misplaced-mainmenu",
          Severity.ERROR,
          "`mainmenu` is not the first statement of the root file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.has(Feature.MAINMENU_ANYWHERE)) {
      return;
    }
    boolean first = true;
    for (Statement statement : file.tree().statements()) {
      if (statement instanceof Statement.MainMenu mainMenu && !first) {
        String message = "`mainmenu` must be the first statement of the root file";
        sink.report(
            Draft.of(new Place(file.path(), mainMenu.keyword().range()), message)
                .fix(() -> List.of(fix(file, mainMenu))));
      }
      first = false;
    }
  }

  private static Fix fix(CheckedFile file, Statement.MainMenu mainMenu) {
    Edits edits = Edits.in(file);
    Fix.Edit delete = edits.deleteLines(mainMenu.range());
    Statement first = file.tree().statements().getFirst();
    if (!file.isRoot() || first instanceof Statement.MainMenu) {
      return Fix.unsafe("Delete the line", delete);
    }
    String line = mainMenu.range().of(file.text());
    return Fix.safe(
        "Move it to the start of the file", edits.insertBefore(first.range(), line), delete);
  }
}
