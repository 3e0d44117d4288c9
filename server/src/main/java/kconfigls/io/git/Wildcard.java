package kconfigls.io.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A pattern of git's {@code wildmatch}, over bytes as characters below 256. Matching keeps the set
 * of all places in the pattern that can be reached, so that its time is the product of the lengths
 * of pattern and text, whatever they are.
 */
final class Wildcard {
  private static final int BYTES = 256;

  private static final Map<String, IntPredicate> CLASSES =
      Map.ofEntries(
          Map.entry("alnum", c -> isAlpha(c) || isDigit(c)),
          Map.entry("alpha", Wildcard::isAlpha),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 127),
          Map.entry("digit", Wildcard::isDigit),
          Map.entry("graph", Wildcard::isGraph),
          Map.entry("lower", c -> c >= 'a' && c <= 'z'),
          Map.entry("print", c -> c == ' ' || isGraph(c)),
          Map.entry("punct", c -> isGraph(c) && !isAlpha(c) && !isDigit(c)),
          Map.entry("space", c -> c == ' ' || (c >= '\t' && c <= '\r')),
          Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
          Map.entry("xdigit", c -> isDigit(c) || "abcdefABCDEF".indexOf(c) >= 0));

  /**
   * A part of a pattern.
   *
   * @param accepted the characters it stands for
   * @param repeats whether it stands for any number of them
   * @param skips how many parts from this one on, or it alone, can be left out; 0 for neither
   */
  private record Part(BitSet accepted, boolean repeats, int skips) {}

  private final List<Part> parts;

  private Wildcard(List<Part> parts) {
    this.parts = parts;
  }

  /**
   * The pattern of a text; one that is not complete matches nothing.
   *
   * @param isPath whether {@code /} separates names, which only {@code **} passes
   */
  static Wildcard of(String pattern, boolean isPath) {
    return new Compiler(pattern, isPath).compile();
  }

  /** Whether the whole rest of a text matches. */
  boolean matches(String text, int from) {
    int end = parts.size();
    boolean[] now = new boolean[end + 1];
    boolean[] next = new boolean[end + 1];
    now[0] = true;
    follow(now);
    for (int at = from; at < text.length(); at++) {
      Arrays.fill(next, false);
      boolean any = false;
      for (int i = 0; i < end; i++) {
        if (now[i] && parts.get(i).accepted().get(text.charAt(at))) {
          next[parts.get(i).repeats() ? i : i + 1] = true;
          any = true;
        }
      }
      if (!any) {
        return false;
      }
      follow(next);
      boolean[] spare = now;
      now = next;
      next = spare;
    }
    return now[end];
  }

  /** Adds the places that are reached without a character: all of them are further on. */
  private void follow(boolean[] places) {
    for (int i = 0; i < parts.size(); i++) {
      if (places[i]) {
        places[i + parts.get(i).skips()] = true;
        places[i + 1] |= parts.get(i).skips() > 0;
      }
    }
  }

  private static boolean isAlpha(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isGraph(int c) {
    return c > ' ' && c < 127;
  }

  /** Reads a pattern from left to right. */
  private static final class Compiler {
    private final String pattern;
    private final boolean isPath;
    private final List<Part> parts = new ArrayList<>();
    private int at;

    Compiler(String pattern, boolean isPath) {
      this.pattern = pattern;
      this.isPath = isPath;
    }

    Wildcard compile() {
      while (at < pattern.length()) {
        switch (pattern.charAt(at)) {
          case '*' -> stars();
          case '?' -> parts.add(one(all(isPath)));
          case '[' -> parts.add(one(bracket()));
          default -> parts.add(one(only(literal())));
        }
        at++;
      }
      return new Wildcard(List.copyOf(parts));
    }

    private static Part one(BitSet accepted) {
      return new Part(accepted, false, 0);
    }

    private static BitSet only(int c) {
      BitSet set = new BitSet();
      if (c >= 0) {
        set.set(c);
      }
      return set;
    }

    private static BitSet all(boolean withoutSlash) {
      BitSet set = new BitSet();
      set.set(0, BYTES);
      set.set('/', !withoutSlash);
      return set;
    }

    /** The character here, perhaps an escaped one; -1 behind the end. */
    private int literal() {
      if (pattern.charAt(at) == '\\') {
        at++;
      }
      return charAt(at);
    }

    private int charAt(int index) {
      return index < pattern.length() ? pattern.charAt(index) : -1;
    }

    /** Two stars between slashes stand for any folders; with the slash behind them for none. */
    private void stars() {
      int first = at;
      while (charAt(at + 1) == '*') {
        at++;
      }
      int next = charAt(at + 1);
      boolean atStart = first == 0 || pattern.charAt(first - 1) == '/';
      boolean atEnd = next < 0 || next == '/' || pattern.startsWith("\\/", at + 1);
      boolean anyFolders = at > first && atStart && atEnd;
      if (isPath && anyFolders && next == '/') {
        parts.add(new Part(new BitSet(), false, 3)); // nothing at all, stars and slash left out
      }
      parts.add(new Part(all(isPath && !anyFolders), true, 1));
    }

    /** The characters of a bracket; none if it is not closed or names an unknown class. */
    private BitSet bracket() {
      BitSet set = new BitSet();
      int first = charAt(++at);
      boolean negated = first == '!' || first == '^';
      if (negated) {
        at++;
      }
      int previous = 0;
      do {
        int c = charAt(at);
        if (c < 0) {
          return new BitSet();
        }
        if (c == '[' && charAt(at + 1) == ':' && isNamed()) {
          if (!addClass(set)) {
            return new BitSet();
          }
          previous = 0;
        } else if (c == '-' && previous > 0 && charAt(at + 1) >= 0 && charAt(at + 1) != ']') {
          at++;
          int last = literal();
          if (previous <= last) {
            set.set(previous, last + 1);
          }
          previous = 0;
        } else {
          previous = literal();
          if (previous < 0) {
            return new BitSet();
          }
          set.set(previous);
        }
        at++;
      } while (charAt(at) != ']');
      if (negated) {
        set.flip(0, BYTES);
      }
      if (isPath) {
        set.clear('/');
      }
      return set;
    }

    /** Whether the next closing bracket here ends a class's name, such as in {@code [:alpha:]}. */
    private boolean isNamed() {
      int close = pattern.indexOf(']', at + 2);
      return close < 0 || (close > at + 2 && pattern.charAt(close - 1) == ':');
    }

    private boolean addClass(BitSet set) {
      int close = pattern.indexOf(']', at + 2);
      String name = close < 0 ? "" : pattern.substring(at + 2, close - 1);
      IntPredicate wanted = CLASSES.get(name);
      if (wanted == null) {
        return false;
      }
      for (int c = 0; c < BYTES; c++) {
        if (wanted.test(c)) {
          set.set(c);
        }
      }
      at = close;
      return true;
    }
  }
}
