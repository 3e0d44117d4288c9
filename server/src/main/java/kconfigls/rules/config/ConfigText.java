package kconfigls.rules.config;

import java.util.Optional;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedConfig;
import kconfigls.syntax.ConfigLine;
import kconfigls.text.TextRange;
import kconfigls.values.Place;
import kconfigls.values.Shown;

/** The parts of a configuration's lines, and lines as they are written. */
final class ConfigText {
  private ConfigText() {}

  /** The text of a line, cut if it is long, between backticks. */
  static String shown(Place place) {
    return "`" + Shown.text(place.range().of(place.source().text())) + "`";
  }

  /** The name of a symbol with its prefix, between backticks. */
  static String name(CheckedConfig config, String symbol) {
    return "`" + config.prefix() + symbol + "`";
  }

  /** The line that gives a bool or a tristate a value. */
  static String line(CheckedConfig config, String symbol, String value) {
    String name = config.prefix() + symbol;
    return value.equals("n") ? "# " + name + " is not set" : name + "=" + value;
  }

  /** What stands behind the {@code =}; empty if the line is no assignment. */
  static String value(CheckedConfig config, Place place) {
    return config.line(place) instanceof ConfigLine.Assignment assignment
        ? assignment.value().of(place.source().text())
        : "";
  }

  /** The place of what stands behind the {@code =}, or of the whole line. */
  static kconfigls.analysis.Place valuePlace(CheckedConfig config, Place place) {
    ConfigLine line = config.line(place);
    TextRange range =
        line instanceof ConfigLine.Assignment assignment && !assignment.value().isEmpty()
            ? assignment.value()
            : line.range();
    return new kconfigls.analysis.Place(config.path(place.file()), range);
  }

  /** Whether a blank stands on either side of the {@code =}, which another rule tells. */
  static boolean hasBlankAtEquals(CheckedConfig config, Place place) {
    if (!(config.line(place) instanceof ConfigLine.Assignment line)) {
      return false;
    }
    String text = place.source().text();
    return isBlank(text, line.equals() - 1, line.start())
        || (line.equals() + 1 < line.end() && isBlank(text, line.equals() + 1, line.start()));
  }

  private static boolean isBlank(String text, int at, int start) {
    return at >= start && (text.charAt(at) == ' ' || text.charAt(at) == '\t');
  }

  /** The number of a place's line, from 1. */
  static int number(Place place) {
    return place.position().line() + 1;
  }

  /** The type of a symbol; empty for none, and for a symbol that nothing defines. */
  static Optional<SymbolType> type(CheckedConfig config, String symbol) {
    return Optional.ofNullable(config.symbol(symbol)).flatMap(Symbol::type);
  }

  /** A type in words, or "symbol". */
  static String shown(Optional<SymbolType> type) {
    return type.map(SymbolType::keyword).orElse("symbol");
  }
}
