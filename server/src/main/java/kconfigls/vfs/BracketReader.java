package kconfigls.vfs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads {@code […]} in a pattern. */
final class BracketReader {
  /** The classes of POSIX in its own locale: they hold characters of ASCII only. */
  private static final Map<String, IntPredicate> CLASSES =
      Map.ofEntries(
          Map.entry("alnum", c -> isLetter(c) || isDigit(c)),
          Map.entry("alpha", BracketReader::isLetter),
          Map.entry("blank", c -> c == ' ' || c == '\t'),
          Map.entry("cntrl", c -> c < ' ' || c == 0x7f),
          Map.entry("digit", BracketReader::isDigit),
          Map.entry("graph", c -> c > ' ' && c < 0x7f),
          Map.entry("lower", c -> c >= 'a' && c <= 'z'),
          Map.entry("print", c -> c >= ' ' && c < 0x7f),
          Map.entry("punct", c -> c > ' ' && c < 0x7f && !isLetter(c) && !isDigit(c)),
          Map.entry("space", c -> c == ' ' || (c >= '\t' && c <= '\r')),
          Map.entry("upper", c -> c >= 'A' && c <= 'Z'),
          Map.entry("xdigit", c -> isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')));

  /**
   * What is read, and where it ends.
   *
   * @param set null if the bracket stands for itself; nothing is in it if it is malformed
   * @param end behind the closing bracket
   */
  record Read(@Nullable CharacterSet set, int end) {}

  private final int[] pattern;
  private final Glob.Syntax syntax;
  private final List<CharacterSet> sets = new ArrayList<>();

  /** Whether the original programs take the pattern for an error, which matches nothing. */
  private boolean malformed;

  private int at;

  /**
   * @param pattern by code points
   */
  BracketReader(int[] pattern, Glob.Syntax syntax) {
    this.pattern = pattern;
    this.syntax = syntax;
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Reads from an opening bracket on, which needs a closing one in the same part of the path. */
  Read read(int open) {
    sets.clear();
    malformed = false;
    at = open + 1;
    boolean negated = is(at, '!') || (syntax != Glob.Syntax.PYTHON && is(at, '^'));
    at += negated ? 1 : 0;
    int first = at;
    while (at < pattern.length && (at == first || pattern[at] != ']')) {
      if (isEnd(at) || !element()) {
        return new Read(malformed ? CharacterSet.NONE : null, open + 1);
      }
    }
    if (malformed) {
      return new Read(CharacterSet.NONE, Math.min(at + 1, pattern.length));
    }
    if (at >= pattern.length) {
      return new Read(null, open + 1);
    }
    List<CharacterSet> all = List.copyOf(sets);
    CharacterSet set =
        c -> c != '/' && negated != all.stream().anyMatch(element -> element.contains(c));
    return new Read(set, at + 1);
  }

  /** Whether a part of the path ends; for git a class may hold a slash, in vain. */
  private boolean isEnd(int index) {
    return is(index, '/') && syntax != Glob.Syntax.GITIGNORE;
  }

  private boolean is(int index, char c) {
    return index < pattern.length && pattern[index] == c;
  }

  /** Reads a class, a range or a character; false if the bracket cannot end any more. */
  private boolean element() {
    if (syntax.hasClasses() && is(at, '[') && is(at + 1, ':') && namedClass()) {
      return true;
    }
    int low = character();
    boolean isCut = at + 1 >= pattern.length || isEnd(at + 1);
    malformed |= is(at, '-') && isCut && syntax == Glob.Syntax.C;
    boolean range = is(at, '-') && !isCut && pattern[at + 1] != ']';
    if (!range) {
      sets.add(CharacterSet.of(low));
      return low >= 0;
    }
    at++;
    int high = character();
    sets.add(CharacterSet.range(low, high));
    if (syntax == Glob.Syntax.GITIGNORE) {
      sets.add(CharacterSet.of(low)); // git looks at it before it sees that the range is empty
    }
    return low >= 0 && high >= 0;
  }

  /** One character, behind a backslash or not; -1 at the end of the pattern. */
  private int character() {
    at += syntax.hasEscapes() && pattern[at] == '\\' ? 1 : 0;
    return at < pattern.length ? pattern[at++] : -1;
  }

  private boolean namedClass() {
    StringBuilder name = new StringBuilder();
    int end = at + 2;
    while (end < pattern.length && pattern[end] >= 'a' && pattern[end] <= 'z') {
      name.appendCodePoint(pattern[end++]);
    }
    if (!is(end, ':') || !is(end + 1, ']')) {
      return false;
    }
    at = end + 2;
    IntPredicate known = CLASSES.get(name.toString());
    if (known == null) {
      malformed = true;
    } else {
      sets.add(known::test);
    }
    return true;
  }
}
