package kconfigls.rules.symbols;

import java.util.Set;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.outline.ReservedWords;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

/** Reports names of symbols that are not in capitals; ESP-IDF's own checker refuses them. */
public final class SymbolNameStyle implements FileRule {
  private static final String ESP_IDF = "esp-idf";
  private static final Pattern USUAL = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final RuleInfo INFO =
      RuleInfo.of(
              "symbols",
              "symbol-name-style",
              Severity.HINT,
              "a name that is not in capitals, digits and underscores")
          .only(ESP_IDF)
          .in(ESP_IDF, Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry
                  && entry.name() != null
                  && !entry.name().hasMacro()) {
                Term name = entry.name();
                if (!USUAL.matcher(name.raw()).matches() && !isToldElsewhere(name.raw())) {
                  Place place = new Place(file.path(), name.range());
                  String message =
                      "the name `"
                          + name.raw()
                          + "` holds more than capitals, digits and underscores";
                  sink.report(Draft.of(place, message).about(name.raw()));
                }
              }
            });
  }

  /** Keywords and constants have rules of their own. */
  private static boolean isToldElsewhere(String name) {
    return ReservedWords.contains(name) || Set.of("y", "m", "n").contains(name);
  }
}
