package kconfigls.outline;

import java.util.regex.Pattern;

/** Tells words that are numbers from words that name symbols. */
public final class Numbers {
  private static final Pattern POINTED =
      Pattern.compile(
          "-?(?:[0-9]+(?:[.][0-9]+){2}"
              + "|(?:[0-9]+[.][0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?"
              + "|[0-9]+[eE][+-][0-9]+)");

  private Numbers() {}

  /** A decimal number with an optional minus, or a hexadecimal one with {@code 0x}. */
  public static boolean isNumber(String word) {
    int start = word.startsWith("-") ? 1 : 0;
    boolean hex = word.startsWith("0x", start) || word.startsWith("0X", start);
    if (hex) {
      return isHex(word, start + 2);
    }
    if (start == word.length()) {
      return false;
    }
    for (int i = start; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * A number, or one with points and an exponent: {@code 1.5E-3}, or the version {@code 5.4.1}.
   * Without a point it needs a sign in the exponent, for {@code 8E1} may be a symbol.
   */
  public static boolean isLiteral(String word) {
    return isNumber(word) || (startsAsNumber(word) && POINTED.matcher(word).matches());
  }

  private static boolean startsAsNumber(String word) {
    char first = word.isEmpty() ? ' ' : word.charAt(0);
    return (first >= '0' && first <= '9') || first == '-' || first == '.';
  }

  private static boolean isHex(String word, int from) {
    if (from == word.length()) {
      return false;
    }
    for (int i = from; i < word.length(); i++) {
      if (Character.digit(word.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
