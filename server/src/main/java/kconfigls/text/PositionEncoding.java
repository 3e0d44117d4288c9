package kconfigls.text;

/** The unit in which columns are counted. */
public enum PositionEncoding {
  UTF8,
  UTF16,
  UTF32;

  /** The number of units that the characters {@code [from, to)} of the text take. */
  int units(String text, int from, int to) {
    if (this == UTF16) {
      return to - from;
    }
    int units = 0;
    for (int i = from; i < to; ) {
      int codePoint = text.codePointAt(i);
      units += width(codePoint);
      i += Character.charCount(codePoint);
    }
    return units;
  }

  /** The offset reached from {@code from} after the given units, at most {@code end}. */
  int advance(String text, int from, int end, int units) {
    if (this == UTF16) {
      return units >= end - from ? end : from + Math.max(0, units);
    }
    int i = from;
    int left = units;
    while (i < end && left > 0) {
      int codePoint = text.codePointAt(i);
      left -= width(codePoint);
      i += Character.charCount(codePoint);
    }
    return Math.min(i, end);
  }

  private int width(int codePoint) {
    if (this == UTF32) {
      return 1;
    }
    if (codePoint < 0x80) {
      return 1;
    }
    if (codePoint < 0x800) {
      return 2;
    }
    return codePoint < 0x10000 ? 3 : 4;
  }
}
