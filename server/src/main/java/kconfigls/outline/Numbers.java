package kconfigls.outline;

/** Tells words that are numbers from words that name symbols. */
public final class Numbers {
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
