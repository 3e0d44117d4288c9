package kconfigls.values;

import java.util.Locale;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Tristate;

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
    String type,
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

  /** The line of a dialect's configuration file: the language page, C.6. */
  public String line(Dialect dialect) {
    String prefix = dialect.prefix();
    if (type.equals("string")) {
      boolean raw = dialect.has(Feature.RAW_STRINGS);
      return prefix + symbol + "=" + (raw ? '"' + text + '"' : ExprPrinter.quote(text));
    }
    if (type.equals("int") && text.isEmpty() && dialect.has(Feature.ALL_WRITTEN)) {
      return prefix + symbol + "=0";
    }
    boolean off = (type.equals("bool") || type.equals("tristate")) && text.equals("n");
    return off ? "# " + prefix + symbol + " is not set" : prefix + symbol + "=" + text;
  }
}
