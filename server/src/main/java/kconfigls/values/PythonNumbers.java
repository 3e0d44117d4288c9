package kconfigls.values;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** Numbers as Python's {@code int} reads them: the whole text or nothing, no octal without 0o. */
final class PythonNumbers {
  private static final Pattern DECIMAL = Pattern.compile("[0-9]+(?:_[0-9]+)*");
  private static final Pattern HEX =
      Pattern.compile("(?:0[xX]_?)?([0-9a-fA-F]+(?:_[0-9a-fA-F]+)*)");
  private static final Pattern LITERAL =
      Pattern.compile(
          "0[xX](?<hex>(?:_?[0-9a-fA-F])+)|0[oO](?<octal>(?:_?[0-7])+)"
              + "|0[bB](?<binary>(?:_?[01])+)|(?<decimal>0(?:_?0)*|[1-9](?:_?[0-9])*)");
  private static final Pattern FLOAT =
      Pattern.compile("[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?");
  private static final Numbers.Parsed NONE = new Numbers.Parsed(0, false);

  private PythonNumbers() {}

  /** Base 0 takes it from the text; what exceeds 64 bits is the largest or smallest number. */
  static Numbers.Parsed parse(String text, int base) {
    String stripped = text.strip();
    boolean signed = stripped.startsWith("-") || stripped.startsWith("+");
    BigInteger value = magnitude(stripped.substring(signed ? 1 : 0), base);
    if (value == null) {
      return NONE;
    }
    BigInteger result = stripped.startsWith("-") ? value.negate() : value;
    long whole =
        result.bitLength() < Long.SIZE
            ? result.longValue()
            : result.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
    return new Numbers.Parsed(whole, true);
  }

  /** Whether Kconfiglib takes the text as a value of a type of numbers. */
  static boolean isValid(SymbolType type, String text) {
    if (type == SymbolType.FLOAT) {
      return FLOAT.matcher(text.strip()).matches();
    }
    Numbers.Parsed number = parse(text, type == SymbolType.HEX ? 16 : 10);
    return number.complete() && (type == SymbolType.INT || number.value() >= 0);
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
