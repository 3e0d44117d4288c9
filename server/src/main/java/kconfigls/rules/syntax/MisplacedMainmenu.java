package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
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
        sink.report(Draft.of(new Place(file.path(), mainMenu.keyword().range()), message));
      }
      first = false;
    }
  }
}
