package kconfigls.rules.profiles;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports root files that do not begin with {@code mainmenu}, which ESP-IDF's parser 2 needs. */
public final class EspMissingMainmenu implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "esp-missing-mainmenu",
              Severity.WARNING,
              "a root file that does not begin with `mainmenu`")
          .only("esp-idf");

  /** Only a root file sources what the build collects of the components. */
  private static final String COMPONENTS = "COMPONENT_KCONFIGS_";

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    List<Statement> statements = file.tree().statements();
    if (!file.isRoot()
        || statements.isEmpty()
        || statements.getFirst() instanceof Statement.MainMenu
        || !isRootOfComponents(file)) {
      return;
    }
    TextRange first = statements.getFirst().range();
    int end = file.lines().content(file.line(first.start())).end();
    sink.report(
        Draft.of(
            new Place(file.path(), new TextRange(first.start(), end)),
            "the root file must begin with `mainmenu`"));
  }

  /** A component's own file may be all there is of a tree, and is no root. */
  private static boolean isRootOfComponents(CheckedFile file) {
    boolean[] found = {false};
    file.statements()
        .forEach(
            statement ->
                found[0] |=
                    statement instanceof Statement.MainMenu
                        || (statement instanceof Statement.Source source
                            && source.path() != null
                            && source.path().raw().contains(COMPONENTS)));
    return found[0];
  }
}
