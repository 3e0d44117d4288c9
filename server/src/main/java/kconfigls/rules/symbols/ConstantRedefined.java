package kconfigls.rules.symbols;

import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

/** Reports entries that bear the name of a constant. */
public final class ConstantRedefined implements FileRule {
  private static final Set<String> CONSTANTS = Set.of("y", "m", "n");
  private static final RuleInfo INFO =
      RuleInfo.of(
          "symbols",
          "constant-redefined",
          Severity.ERROR,
          "an entry with the name of a constant: y, m or n");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry && entry.name() != null) {
                Term name = entry.name();
                if (CONSTANTS.contains(name.raw())) {
                  String message =
                      "`"
                          + name.raw()
                          + "` is a constant and cannot be defined: choose another name";
                  Place place = new Place(file.path(), name.range());
                  sink.report(Draft.of(place, message).about(name.raw()));
                }
              }
            });
  }
}
