package kconfigls.outline;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as Python's {@code int} and {@code float} read them: the whole text or nothing, no octal
 * without 0o.
 */
public final class PythonNumbers {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+(?:_[0-9]+)*");
  private static final Pattern HEX =
      Pattern.compile("(?:0[xX]_?)?([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)");
  private static final Pattern LITERAL =
      Pattern.compile(
          "0[xX](?<hex>(?:_?[0-9a-fA-F])+)|0[oO](?<octal>(?:_?[0-7])+)"
              + "|0[bB](?<binary>(?:_?[01])+)|(?<decimal>0(?:_?0)*|[1-9](?:_?[0-9])*)");
  private static final String DIGITS = "[0-9]+(?:_[0-9]+)*";
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(?:%s[.]?(?:%s)?|[.]%s)(?:[eE][+-]?%s)?".replace("%s", DIGITS));
  private static final int LEAST_PLAIN_EXPONENT = -4;
  private static final int MOST_PLAIN_EXPONENT = 16;
  private static final CNumbers.Parsed NONE = new CNumbers.Parsed(0, false);

  private PythonNumbers() {}

  /** The number that a text is, of any size; empty for any other text. Base 0 is in the text. */
  public static Optional<BigInteger> parseInt(String text, int base) {
    String stripped = text.strip();
    boolean signed = stripped.startsWith("-") || stripped.startsWith("+");
    BigInteger value = magnitude(stripped.substring(signed ? 1 : 0), base);
    return Optional.ofNullable(value)
        .map(number -> stripped.startsWith("-") ? number.negate() : number);
  }

  /** Base 0 takes it from the text; what exceeds 64 bits is the largest or smallest number. */
  public static CNumbers.Parsed parse(String text, int base) {
    BigInteger result = parseInt(text, base).orElse(null);
    if (result == null) {
      return NONE;
    }
    long whole =
        result.bitLength() < Long.SIZE
            ? result.longValue()
            : result.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    return new CNumbers.Parsed(whole, true);
  }

  /** Whether Kconfiglib takes the text as a value of a type of numbers. */
  public static boolean isValid(SymbolType type, String text) {
    if (type == SymbolType.FLOAT) {
      return parseFloat(text).isPresent();
    }
    CNumbers.Parsed number = parse(text, type == SymbolType.HEX ? 16 : 10);
    return number.complete() && (type == SymbolType.INT || number.value() >= 0);
  }

  /** The finite number that a text is; empty for any other text. */
  public static OptionalDouble parseFloat(String text) {
    String stripped = text.strip();
    if (!FLOAT.matcher(stripped).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(stripped.replace("_", ""));
    return Double.isInfinite(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** A finite number as Python's {@code str} writes it: with a point, or with an exponent. */
  public static String print(double value) {
    if (value == 0) {
      return 1 / value < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    int exponent = shortest.precision() - shortest.scale() - 1;
    if (exponent >= LEAST_PLAIN_EXPONENT && exponent < MOST_PLAIN_EXPONENT) {
      String plain = shortest.toPlainString();
      return plain.contains(".") ? plain : plain + ".0";
    }
    String digits = shortest.unscaledValue().abs().toString();
    String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
    String sign = value < 0 ? "-" : "";
    return sign + digits.charAt(0) + rest + String.format("e%+03d", exponent);
  }

  /** A text as esp-idf-kconfig writes it as a float: what is no number stays as it is. */
  public static String normalized(String text) {
    OptionalDouble value = parseFloat(text);
    return value.isPresent() ? print(value.getAsDouble()) : text;
  }

  private static @Nullable BigInteger magnitude(String digits, int base) {
    if (base == 10) {
      return DECIMAL.matcher(digits).matches() ? number(digits, 10) : null;
    }
    if (base == 16) {
      Matcher hex = HEX.matcher(digits);
      return hex.matches() ? number(hex.group(1), 16) : null;
    }
    Matcher literal = LITERAL.matcher(digits);
    if (!literal.matches()) {
      return null;
    }
    if (literal.group("hex") != null) {
      return number(literal.group("hex"), 16);
    }
    if (literal.group("octal") != null) {
      return number(literal.group("octal"), 8);
    }
    return literal.group("binary") != null
        ? number(literal.group("binary"), 2)
        : number(literal.group("decimal"), 10);
  }

  private static BigInteger number(String digits, int radix) {
    return new BigInteger(digits.replace("_", ""), radix);
  }
}
