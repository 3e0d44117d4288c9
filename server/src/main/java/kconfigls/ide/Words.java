package kconfigls.ide;

import kconfigls.text.TextRange;

/** Finds identifiers in any text. */
final class Words {
  private Words() {}

  /** The identifier at an offset, empty if there is none. */
  static TextRange at(String text, int offset) {
    int start = offset;
    while (start > 0 && isWord(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    return new TextRange(start, end);
  }

  private static boolean isWord(char c) {
    return c == '_' || (c < 128 && Character.isLetterOrDigit(c));
  }
}
