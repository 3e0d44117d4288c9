package kconfigls.ide;

import java.util.List;
import kconfigls.text.TextRange;

/**
 * What can be written at a place.
 *
 * @param replace the characters that an item takes the place of
 * @param incomplete whether more would be offered for a longer word
 */
public record Completion(List<Item> items, TextRange replace, boolean incomplete) {
  /** What an item is. */
  public enum Kind {
    KEYWORD,
    SYMBOL,
    CONSTANT,
    MACRO,
    FILE,
    FOLDER,
    TEXT
  }

  /** Between a symbol's type and its prompt in the detail. */
  static final String BEFORE_PROMPT = " – ";

  /**
   * An item.
   *
   * @param snippet the text with tab stops as {@code $1}, or the label
   * @param rank lower ones come first
   */
  public record Item(String label, Kind kind, String detail, String snippet, int rank) {
    /** As much of the detail as has a place beside a label: all, or the type of a symbol. */
    public String brief() {
      int end = detail.indexOf(BEFORE_PROMPT);
      return end < 0 ? detail : detail.substring(0, end);
    }

    static Item of(String label, Kind kind, String detail, int rank) {
      return new Item(label, kind, detail, label, rank);
    }
  }
}
