package kconfigls.grammar;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/** A string as a character stream whose indexes are UTF-16 code units, as everywhere else here. */
public final class Utf16CharStream implements CharStream {
  private final String text;
  private final int size;
  private int index;

  public Utf16CharStream(String text) {
    this.text = text;
    this.size = text.length();
  }

  /** The code unit at an index. */
  public int charAt(int at) {
    return text.charAt(at);
  }

  /** The first index in {@code [from, to)} of a code unit; -1 if there is none. */
  public int indexOf(char c, int from, int to) {
    return text.indexOf(c, from, to);
  }

  @Override
  public void consume() {
    if (index >= size) {
      throw new IllegalStateException("cannot consume EOF");
    }
    index++;
  }

  @Override
  public int LA(int i) {
    int at = i > 0 ? index + i - 1 : index + i;
    return i == 0 || at < 0 || at >= size ? EOF : text.charAt(at);
  }

  @Override
  public int mark() {
    return -1;
  }

  @Override
  public void release(int marker) {}

  @Override
  public int index() {
    return index;
  }

  @Override
  public void seek(int to) {
    index = Math.min(to, size);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String getSourceName() {
    return UNKNOWN_SOURCE_NAME;
  }

  @Override
  public String getText(Interval interval) {
    int end = Math.min(interval.b + 1, size);
    return interval.a >= end ? "" : text.substring(interval.a, end);
  }
}
