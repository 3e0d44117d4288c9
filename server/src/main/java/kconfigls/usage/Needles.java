package kconfigls.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Several words that are looked for at once, most bytes being skipped (Horspool's method). */
final class Needles {
  private final byte[][] words;
  private final int window;
  private final int[] shifts = new int[256];
  private final boolean[] last = new boolean[256];

  Needles(List<String> words) {
    this.words =
        words.stream().map(word -> word.getBytes(StandardCharsets.US_ASCII)).toArray(byte[][]::new);
    this.window = words.stream().mapToInt(String::length).min().orElse(1);
    Arrays.fill(shifts, window);
    for (byte[] word : this.words) {
      for (int i = 0; i < window - 1; i++) {
        int c = word[i] & 0xff;
        shifts[c] = Math.min(shifts[c], window - 1 - i);
      }
      last[word[window - 1] & 0xff] = true;
    }
  }

  /** Where the next word begins at or after an offset; -1 if there is none. */
  int next(byte[] text, int from, int length) {
    int at = from;
    int reach = window - 1;
    while (at + reach < length) {
      int c = text[at + reach] & 0xff;
      if (last[c] && which(text, at, length) >= 0) {
        return at;
      }
      at += shifts[c];
    }
    return -1;
  }

  /** The index of the first word that stands at an offset; -1 if there is none. */
  int which(byte[] text, int at, int length) {
    for (int i = 0; i < words.length; i++) {
      byte[] word = words[i];
      int end = at + word.length;
      if (end <= length && Arrays.equals(text, at, end, word, 0, word.length)) {
        return i;
      }
    }
    return -1;
  }
}
