package kconfigls.rules.config;

import java.util.List;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ConfigLine;
import kconfigls.text.TextRange;
import kconfigls.values.ConfigFile;
import kconfigls.values.Place;

/** Reports blanks around the equals sign, which become part of the name or of the value. */
public final class ConfSpaceAroundEquals implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-space-around-equals",
          Severity.WARNING,
          "a blank before or after the = of an assignment");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigFile file : config.stack().files()) {
      String text = file.tree().source().text();
      for (ConfigLine line : file.tree().lines()) {
        if (line instanceof ConfigLine.Assignment assignment
            && assignment.name().of(text).startsWith(config.prefix())
            && assignment.name().of(text).strip().matches("\\w+")) {
          Place place = new Place(file.name(), file.tree().source(), line.range());
          if (ConfigText.hasBlankAtEquals(config, place)) {
            sink.report(blank(config, place, assignment));
          }
        }
      }
    }
  }

  private static Draft blank(CheckedConfig config, Place place, ConfigLine.Assignment assignment) {
    String text = place.source().text();
    String name = assignment.name().of(text);
    String value = assignment.value().of(text);
    String message =
        name.equals(name.strip())
            ? "the blank after `=` becomes part of the value"
            : "the blank before `=` becomes part of the name, and no symbol has that name";
    int start = assignment.start() + name.stripTrailing().length();
    int end = assignment.end() - value.stripLeading().length();
    TextRange blanks = new TextRange(start, Math.max(start + 1, end));
    Fix fix = Fix.unsafe("Remove the blanks", ConfigEdits.edit(config, place, blanks, "="));
    return Draft.of(new kconfigls.analysis.Place(config.path(place.file()), blanks), message)
        .fix(() -> List.of(fix));
  }
}
