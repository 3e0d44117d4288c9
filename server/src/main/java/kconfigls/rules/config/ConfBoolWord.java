package kconfigls.rules.config;

import java.util.List;
import java.util.Optional;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.DotConfig.Assignment;
import kconfigls.values.Place;
import kconfigls.values.Shown;

/** Reports words as values of bools and tristates: only their first letter is read. */
public final class ConfBoolWord implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-bool-word",
          Severity.INFO,
          "a word as the value of a bool, of which only the first letter counts");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (Assignment assignment : config.assignments()) {
      String value = assignment.value().stripTrailing();
      Optional<SymbolType> type = ConfigText.type(config, assignment.symbol());
      if (value.length() > 1 && type.filter(t -> isTaken(t, value.charAt(0))).isPresent()) {
        String letter = value.substring(0, 1);
        String message =
            "only the first letter counts: `"
                + Shown.text(value)
                + "` means `"
                + letter
                + "` for "
                + ConfigText.name(config, assignment.symbol());
        Place place = assignment.place();
        Fix fix =
            Fix.safe(
                "Replace by '" + letter + "'", ConfigEdits.replaceValue(config, place, letter));
        sink.report(
            Draft.of(ConfigText.valuePlace(config, place), message)
                .about(assignment.symbol())
                .fix(() -> List.of(fix)));
      }
    }
  }

  /** Whether a value that begins so is read; if not, another rule says it. */
  private static boolean isTaken(SymbolType type, char first) {
    return switch (type) {
      case BOOL -> first == 'y' || first == 'n';
      case TRISTATE -> first == 'y' || first == 'n' || first == 'm';
      case INT, HEX, STRING, FLOAT -> false;
    };
  }
}
