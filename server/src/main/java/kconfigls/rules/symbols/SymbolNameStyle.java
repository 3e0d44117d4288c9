package kconfigls.rules.symbols;

import java.util.Set;
import java.util.regex.Pattern;
import kconfigls.analysis.Place;
import kconfigls.outline.ReservedWords;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Kconfcheck;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;

/** Reports names of symbols that are not in capitals; ESP-IDF's own checker refuses them. */
public final class SymbolNameStyle implements FileRule {
  private static final String ESP_IDF = "esp-idf";
  private static final Pattern USUAL = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final RuleInfo INFO =
      RuleInfo.of("symbols", "symbol-name-style", Severity.HINT, "a name that is not in capitals")
          .only(ESP_IDF)
          .in(ESP_IDF, Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.style().isNested()) {
      asEspIdf(file, sink);
      return;
    }
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry
                  && entry.name() != null
                  && isOdd(entry.name())) {
                report(file, entry.name().range(), sink);
              }
            });
  }

  /** Its checker looks at names wherever they stand, and at capitals only. */
  private static void asEspIdf(CheckedFile file, FindingSink sink) {
    for (Kconfcheck.Refusal refusal : file.refusals()) {
      if (refusal instanceof Kconfcheck.Refusal.LowerCase(int line, TextRange name)) {
        report(file, name, sink);
      }
    }
  }

  private static void report(CheckedFile file, TextRange range, FindingSink sink) {
    String name = range.of(file.text());
    String message = "the name `" + name + "` is not in capitals, digits and underscores";
    sink.report(Draft.of(new Place(file.path(), range), message).about(name));
  }

  /** Keywords and constants have rules of their own. */
  private static boolean isOdd(Term name) {
    return !name.hasMacro()
        && !USUAL.matcher(name.raw()).matches()
        && !ReservedWords.contains(name.raw())
        && !Set.of("y", "m", "n").contains(name.raw());
  }
}
