package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.Place;
import kconfigls.values.Shown;
import org.jspecify.annotations.Nullable;

/** Reports values that the program refuses for the type of the symbol. */
public final class ConfInvalidValue implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-invalid-value",
          Severity.ERROR,
          "a value that the type of its symbol does not allow");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigProblem problem : config.problems(Kind.INVALID_VALUE)) {
      if (problem.symbol() != null && !ConfigText.hasBlankAtEquals(config, problem.place())) {
        sink.report(invalid(config, problem.place(), problem.symbol()));
      }
    }
  }

  private static Draft invalid(CheckedConfig config, Place place, String symbol) {
    Optional<SymbolType> type = ConfigText.type(config, symbol);
    String value = ConfigText.value(config, place);
    String name = ConfigText.name(config, symbol);
    String why =
        switch (type.orElse(null)) {
          case BOOL -> value.startsWith("m") ? "a bool is y or n" : "it is y or n";
          case TRISTATE -> "it is y, m or n";
          case INT -> "it is a whole number without leading zeros";
          case HEX -> "it is digits of base 16";
          case FLOAT -> "it is a number";
          case STRING -> "it is no such text";
          case null -> "it is no such text";
        };
    String message =
        "`"
            + Shown.text(value)
            + "` is no value of "
            + name
            + ", a "
            + ConfigText.shown(type)
            + ": "
            + why
            + ", and the line is ignored";
    List<Fix> fixes = new ArrayList<>();
    String better = type.map(t -> corrected(t, value)).orElse(null);
    if (better != null) {
      fixes.add(
          Fix.unsafe(
              "Replace by '" + better + "'", ConfigEdits.replaceValue(config, place, better)));
    }
    fixes.add(Fix.safe("Delete the line", ConfigEdits.deleteLine(config, place)));
    List<Fix> all = List.copyOf(fixes);
    return Draft.of(ConfigText.valuePlace(config, place), message).about(symbol).fix(() -> all);
  }

  /** What was probably meant; null if nobody can tell. */
  private static @Nullable String corrected(SymbolType type, String value) {
    String bare = value.strip();
    if (bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")) {
      bare = bare.substring(1, bare.length() - 1).strip();
    }
    return switch (type) {
      case BOOL -> logic(bare, bare.equalsIgnoreCase("m"));
      case TRISTATE -> bare.equalsIgnoreCase("m") ? "m" : logic(bare, false);
      case INT -> bare.matches("-?0*[0-9]+") ? bare.replaceFirst("^(-?)0+(?=[0-9])", "$1") : null;
      case HEX -> bare.matches("(?i)(0x)?[0-9a-f]+") ? bare : null;
      case STRING, FLOAT -> null;
    };
  }

  private static @Nullable String logic(String bare, boolean on) {
    return switch (bare.toLowerCase(Locale.ROOT)) {
      case "y", "yes", "1", "true", "on" -> "y";
      case "n", "no", "0", "false", "off" -> "n";
      default -> on ? "y" : null;
    };
  }
}
