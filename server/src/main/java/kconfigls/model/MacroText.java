package kconfigls.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text with the ends of its parentheses and the commas between them, found in one pass. */
final class MacroText {
  private static final int[] NONE = {};

  private final String text;

  /** By the place of an opening parenthesis that of its end, else -1; empty without macros. */
  private final int[] ends;

  /** By the place of an opening parenthesis or a comma the next comma of the same level, else 0. */
  private final int[] commas;

  /** A part {@code [from, to)} of the text. */
  record Part(int from, int to) {}

  private MacroText(String text, int[] ends, int[] commas) {
    this.text = text;
    this.ends = ends;
    this.commas = commas;
  }

  static MacroText of(String text) {
    if (!text.contains("$(")) {
      return new MacroText(text, NONE, NONE);
    }
    int[] ends = new int[text.length()];
    int[] commas = new int[text.length()];
    int[] open = new int[text.length()];
    int[] last = new int[text.length()];
    Arrays.fill(ends, -1);
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(') {
        open[depth] = i;
        last[depth++] = i;
      } else if (c == ')' && depth > 0) {
        ends[open[--depth]] = i;
      } else if (c == ',' && depth > 0) {
        commas[last[depth - 1]] = i;
        last[depth - 1] = i;
      }
    }
    return new MacroText(text, ends, commas);
  }

  String text() {
    return text;
  }

  /** Whether {@code $(} stands at an index. */
  boolean isReference(int at) {
    return ends.length > 0 && text.startsWith("$(", at);
  }

  /** The closing parenthesis of the opening one at an index, or -1 if there is none. */
  int end(int open) {
    return ends[open];
  }

  /** What commas part between the parenthesis at an index and its end. */
  List<Part> parts(int open) {
    List<Part> parts = new ArrayList<>();
    int from = open + 1;
    for (int comma = commas[open]; comma > 0; comma = commas[comma]) {
      parts.add(new Part(from, comma));
      from = comma + 1;
    }
    parts.add(new Part(from, ends[open]));
    return parts;
  }
}
