package kconfigls.values;

import java.util.Locale;
import java.util.Optional;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Tristate;
import kconfigls.outline.SymbolType;

/**
 * The value of one symbol under a configuration.
 *
 * @param text without quotes; {@code n} for a bool that is off
 * @param visible whether and how far a user may change it
 * @param isWritten whether the configuration that is written has a line for it
 * @param isKnown false if it depends on something that is not known, such as a shell that was not
 *     run
 */
public record Value(
    String symbol,
    Optional<SymbolType> type,
    String text,
    Tristate visible,
    Origin origin,
    boolean isWritten,
    boolean isKnown) {

  /** What a value comes from. */
  public enum Origin {
    USER,
    DEFAULT,
    SELECTED,
    IMPLIED,
    CHOICE,
    ENVIRONMENT,
    UNSET;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether its symbol is of this type. */
  public boolean is(SymbolType which) {
    return type.orElse(null) == which;
  }

  /** Whether its symbol is a bool or a tristate. */
  public boolean isLogic() {
    return type.filter(SymbolType::isLogic).isPresent();
  }

  /** Whether its symbol is an int or a hex. */
  public boolean isNumber() {
    return type.filter(SymbolType::isNumber).isPresent();
  }

  /** The line of a dialect's configuration file: the language page, C.6. */
  public String line(Dialect dialect) {
    String prefix = dialect.prefix();
    if (is(SymbolType.STRING)) {
      boolean raw = dialect.has(Feature.RAW_STRINGS);
      return prefix + symbol + "=" + (raw ? '"' + text + '"' : ExprPrinter.quote(text));
    }
    if (is(SymbolType.INT) && text.isEmpty() && dialect.has(Feature.ALL_WRITTEN)) {
      return prefix + symbol + "=0";
    }
    return isLogic() && text.equals("n")
        ? "# " + prefix + symbol + " is not set"
        : prefix + symbol + "=" + text;
  }
}
