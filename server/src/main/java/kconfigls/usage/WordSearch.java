package kconfigls.usage;

import java.util.BitSet;
import java.util.Set;

/** Tells which of many words a text holds. */
public final class WordSearch {
  private static final int BITS = 1 << 16;

  private final Set<String> words;
  private final BitSet hashes = new BitSet(BITS);

  public WordSearch(Set<String> words) {
    this.words = Set.copyOf(words);
    words.forEach(word -> hashes.set(word.hashCode() & (BITS - 1)));
  }

  /** Adds the words that a text holds. */
  public void search(byte[] text, int length, Set<String> found) {
    Bytes bytes = new Bytes(text, length);
    int at = 0;
    while (at < length) {
      int start = at;
      int hash = 0;
      while (at < length && bytes.isWord(at)) {
        hash = 31 * hash + text[at++];
      }
      if (at > start && hashes.get(hash & (BITS - 1))) {
        String word = bytes.string(start, at);
        if (words.contains(word)) {
          found.add(word);
        }
      }
      at++;
    }
  }
}
