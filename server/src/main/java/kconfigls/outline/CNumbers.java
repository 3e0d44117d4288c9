package kconfigls.outline;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** Numbers as C's {@code strtoll} and the Kconfig program read them. */
public final class CNumbers {
  private static final BigInteger MAX = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN = BigInteger.valueOf(Long.MIN_VALUE);

  private static final Pattern INT = Pattern.compile("-?(0|[1-9][0-9]*)");
  private static final Pattern HEX = Pattern.compile("(0[xX])?[0-9a-fA-F]+");

  private CNumbers() {}

  /** A number at the start of a text; {@code complete} if the whole text is one that fits. */
  public record Parsed(long value, boolean complete) {}

  /** Base 0 takes it from the text: 0x, 0, or decimal. */
  public static Parsed parse(String text, int base, boolean unsigned) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    boolean negative = at < text.length() && text.charAt(at) == '-';
    if (negative || (at < text.length() && text.charAt(at) == '+')) {
      at++;
    }
    boolean hex =
        text.regionMatches(true, at, "0x", 0, 2)
            && at + 2 < text.length()
            && Character.digit(text.charAt(at + 2), 16) >= 0;
    int radix = base != 0 ? base : hex ? 16 : text.startsWith("0", at) ? 8 : 10;
    if (hex && radix == 16) {
      at += 2;
    }
    int end = at;
    while (end < text.length()
        && text.charAt(end) < 128
        && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    if (end == at) {
      return new Parsed(0, false);
    }
    BigInteger value = new BigInteger(text.substring(at, end), radix);
    value = negative ? value.negate() : value;
    boolean fits =
        unsigned ? value.bitLength() <= 64 : value.compareTo(MIN) >= 0 && value.compareTo(MAX) <= 0;
    long result =
        fits ? value.longValue() : unsigned ? -1 : negative ? Long.MIN_VALUE : Long.MAX_VALUE;
    return new Parsed(result, fits && end == text.length());
  }

  /** The number that a bound or a value starts with; 0 for none. */
  public static long leading(String text, int base) {
    return parse(text, base, false).value();
  }

  /** Whether the program takes the text as a value of a type: the language page, C.1. */
  public static boolean isValid(SymbolType type, String text) {
    return switch (type) {
      case INT -> INT.matcher(text).matches();
      case HEX -> HEX.matcher(text).matches();
      case BOOL, TRISTATE, STRING, FLOAT -> true;
    };
  }

  public static String print(long value, boolean hex) {
    return hex ? "0x" + Long.toHexString(value) : Long.toString(value);
  }
}
