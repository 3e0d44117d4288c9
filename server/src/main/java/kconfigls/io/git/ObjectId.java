package kconfigls.io.git;

import java.util.HexFormat;
import java.util.Optional;

/**
 * The name of an object.
 *
 * @param hex as many lower-case hexadecimal digits as the object format has
 */
record ObjectId(String hex) {
  private static final String DIGITS = "0123456789abcdef";

  /** The id that stands in some bytes. */
  static ObjectId of(byte[] bytes, int from, int length) {
    return new ObjectId(HexFormat.of().formatHex(bytes, from, from + length));
  }

  /** The id in a text; empty if it is not one in full. */
  static Optional<ObjectId> parse(String text, ObjectFormat format) {
    return text.length() == format.digits() && isHex(text)
        ? Optional.of(new ObjectId(text))
        : Optional.empty();
  }

  /** Whether a text has only lower-case hexadecimal digits. */
  static boolean isHex(String text) {
    return text.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }

  @Override
  public String toString() {
    return hex;
  }
}
