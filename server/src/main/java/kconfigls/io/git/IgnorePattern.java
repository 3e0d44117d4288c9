package kconfigls.io.git;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import kconfigls.vfs.Glob;
import org.jspecify.annotations.Nullable;

/** One line of a file of ignore patterns, over bytes as characters below 256. */
final class IgnorePattern {
  /** A longer pattern is longer than the paths of any system. */
  private static final int MOST_CHARACTERS = 1 << 12;

  private static final String SPECIAL = "*?[\\";
  private static final String TAIL_ENDS = SPECIAL + "]/";

  private final boolean negated;
  private final boolean folderOnly;
  private final boolean nameOnly;

  /** How a match begins, up to the first wildcard. */
  private final String start;

  /** How a match ends, for a star and plain text; else null. */
  private final @Nullable String end;

  /** The rest of a match from the first wildcard on; null for none. */
  private final @Nullable Glob rest;

  /** The plain text that ends each match, looked at first; a slash may stand for nothing. */
  private final String tail;

  private final int weight;

  private IgnorePattern(String pattern, boolean negated) {
    this.negated = negated;
    folderOnly = pattern.endsWith("/");
    String path = folderOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
    nameOnly = path.indexOf('/') < 0;
    String anchored = path.startsWith("/") ? path.substring(1) : path;
    int plain = plainLength(anchored);
    start = anchored.substring(0, plain);
    String wild = anchored.substring(plain);
    boolean isSuffix = nameOnly && wild.startsWith("*") && plain == 0 && isPlain(wild.substring(1));
    end = isSuffix ? wild.substring(1) : null;
    rest = isSuffix || wild.isEmpty() ? null : Glob.of(wild, Glob.Syntax.GITIGNORE);
    tail = wild.substring(wild.length() - plainTail(wild));
    weight = rest == null ? 0 : wild.length();
  }

  /** The pattern of a line without its end; empty for a comment, a blank line and a long one. */
  static Optional<IgnorePattern> of(String line) {
    String text = withoutTrailingBlanks(line);
    boolean negated = text.startsWith("!");
    String pattern = negated ? text.substring(1) : text;
    return line.startsWith("#") || pattern.isEmpty() || pattern.length() > MOST_CHARACTERS
        ? Optional.empty()
        : Optional.of(new IgnorePattern(pattern, negated));
  }

  /** Blanks at the end do not count, but for one behind a backslash. */
  private static String withoutTrailingBlanks(String line) {
    int end = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
        end = Math.min(i + 1, line.length());
      } else if (line.charAt(i) != ' ') {
        end = i + 1;
      }
    }
    return line.substring(0, end);
  }

  private static int plainLength(String pattern) {
    int length = 0;
    while (length < pattern.length() && SPECIAL.indexOf(pattern.charAt(length)) < 0) {
      length++;
    }
    return length;
  }

  private static int plainTail(String pattern) {
    int length = 0;
    while (length < pattern.length()
        && TAIL_ENDS.indexOf(pattern.charAt(pattern.length() - 1 - length)) < 0) {
      length++;
    }
    return length;
  }

  private static boolean isPlain(String text) {
    return plainLength(text) == text.length();
  }

  /** Paths, names and patterns as bytes, one character each. */
  static String bytes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
      }
    }
    return text;
  }

  /** Whether it takes back what others ignore. */
  boolean isNegated() {
    return negated;
  }

  /** About how many steps a match needs for each character of a path. */
  int weight() {
    return weight;
  }

  /**
   * Whether it is about a path.
   *
   * @param path seen from the folder of the pattern's file
   * @param name where the last part of the path begins
   */
  boolean matches(String path, int name, boolean isFolder) {
    if (folderOnly && !isFolder) {
      return false;
    }
    int from = nameOnly ? name : 0;
    if (end != null) {
      return path.length() - from >= end.length() && path.endsWith(end);
    }
    if (!path.startsWith(start, from)) {
      return false;
    }
    int then = from + start.length();
    return rest == null
        ? then == path.length()
        : path.endsWith(tail) && rest.matches(path.substring(then));
  }
}
