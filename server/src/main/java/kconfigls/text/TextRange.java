package kconfigls.text;

/**
 * A range of a text in UTF-16 code units, end exclusive.
 *
 * @param start offset of the first character, from 0
 * @param end offset after the last character, not less than {@code start}
 */
public record TextRange(int start, int end) {
  public TextRange {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("bad range " + start + ".." + end);
    }
  }

  /** The empty range at an offset. */
  public static TextRange at(int offset) {
    return new TextRange(offset, offset);
  }

  public int length() {
    return end - start;
  }

  public boolean isEmpty() {
    return start == end;
  }

  /** Whether the offset lies inside, the end counting as inside: that is where a cursor stands. */
  public boolean touches(int offset) {
    return start <= offset && offset <= end;
  }

  /** Whether the whole of the other range lies inside this one. */
  public boolean contains(TextRange other) {
    return start <= other.start && other.end <= end;
  }

  /** The smallest range that holds both. */
  public TextRange union(TextRange other) {
    return new TextRange(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** The characters of this range. */
  public String of(String text) {
    return text.substring(start, end);
  }
}
