package kconfigls.rules.symbols;

import java.util.List;
import java.util.Set;
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
import kconfigls.syntax.Term;

/** Reports selects and implies of constants: of y, m, n, a number, or text. */
public final class SelectConstant implements FileRule {
  private static final Set<String> CONSTANTS = Set.of("y", "m", "n");
  private static final RuleInfo INFO =
      RuleInfo.of(
          "symbols",
          "select-constant",
          Severity.ERROR,
          "`select` or `imply` of a constant or of a name in quotes");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Select select && isConstant(select.target())) {
        Term target = select.target();
        Place place = new Place(file.path(), target.range());
        String verb = select.keyword().text();
        String message =
            target.isQuoted()
                ? "`" + verb + "` needs the name of a symbol without quotes"
                : "`" + target.raw() + "` is a constant, of which `" + verb + "` changes nothing";
        sink.report(Draft.of(place, message).fix(() -> fixes(file, select)));
      }
    }
  }

  /** A number may be the name of a symbol: Linux had {@code config 8260}. */
  private static boolean isConstant(Term target) {
    return target.isQuoted() || CONSTANTS.contains(target.raw());
  }

  private static List<Fix> fixes(CheckedFile file, Attribute.Select select) {
    Term target = select.target();
    Edits edits = Edits.in(file);
    if (!target.isQuoted()) {
      return List.of(Fix.safe("Delete the line", edits.deleteLines(select.range())));
    }
    boolean name = target.raw().matches("[A-Za-z0-9_]+");
    return name
        ? List.of(Fix.safe("Remove the quotes", edits.replace(target.range(), target.raw())))
        : List.of();
  }
}
