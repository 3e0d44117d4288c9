package kconfigls.values;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.outline.CNumbers;
import kconfigls.outline.PythonNumbers;
import kconfigls.outline.SymbolType;

/** Numbers as they are written: the language page, C.1. */
public final class Numerals {
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private Numerals() {}

  /**
   * Whether a dialect's program takes the text as a value of a type.
   *
   * @param type {@code int}, {@code hex} or {@code float}
   */
  public static boolean isValid(Dialect dialect, SymbolType type, String text) {
    return dialect.has(Feature.PYTHON_NUMBERS)
        ? PythonNumbers.isValid(type, text)
        : CNumbers.isValid(type, text);
  }

  /** The number that a text stands for that is valid for {@code int} or {@code hex}. */
  public static Optional<BigInteger> value(Dialect dialect, SymbolType type, String text) {
    if (!isValid(dialect, type, text)) {
      return Optional.empty();
    }
    String digits = text.strip().replace("_", "").toLowerCase(Locale.ROOT);
    return switch (type) {
      case INT -> Optional.of(new BigInteger(digits));
      case HEX -> Optional.of(new BigInteger(digits.replaceFirst("^([+-]?)0x", "$1"), 16));
      case BOOL, TRISTATE, STRING, FLOAT -> Optional.empty();
    };
  }

  /** Whether 64 bits hold a number: signed ones for int, unsigned ones for hex. */
  public static boolean fits(SymbolType type, BigInteger value) {
    return type == SymbolType.HEX
        ? value.signum() >= 0 && value.bitLength() <= Long.SIZE
        : value.compareTo(LEAST) >= 0 && value.compareTo(MOST) <= 0;
  }
}
