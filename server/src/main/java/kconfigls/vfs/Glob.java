package kconfigls.vfs;

import java.util.regex.Pattern;

/** Patterns of paths: {@code *}, {@code ?} and {@code […]} within one part of a path. */
public final class Glob {
  private Glob() {}

  /** Whether a path holds a pattern's character. */
  public static boolean isGlob(String path) {
    return path.indexOf('*') >= 0 || path.indexOf('?') >= 0 || path.indexOf('[') >= 0;
  }

  /** The regular expression that a whole path has to match. */
  public static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    boolean partStart = true;
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      switch (c) {
        case '*' -> regex.append(partStart ? "(?!\\.)[^/]*" : "[^/]*");
        case '?' -> regex.append(partStart ? "(?!\\.)[^/]" : "[^/]");
        case '[' -> i = characterClass(glob, i, regex);
        default -> regex.append(Pattern.quote(String.valueOf(c)));
      }
      partStart = c == '/';
    }
    return Pattern.compile(regex.toString());
  }

  /**
   * The regular expression for paths in a tree: {@code **} stands for any number of folders, a
   * pattern without a slash for a name in any folder, and a folder for all that is in it.
   */
  public static Pattern treePattern(String glob) {
    String path = glob.startsWith("/") ? glob.substring(1) : glob;
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    StringBuilder regex = new StringBuilder(trimmed.contains("/") ? "" : "(?:.*/)?");
    for (int i = 0; i < trimmed.length(); i++) {
      char c = trimmed.charAt(i);
      if (trimmed.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (trimmed.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else {
        switch (c) {
          case '*' -> regex.append("[^/]*");
          case '?' -> regex.append("[^/]");
          case '[' -> i = characterClass(trimmed, i, regex);
          default -> regex.append(Pattern.quote(String.valueOf(c)));
        }
      }
    }
    return Pattern.compile(regex.append("(?:/.*)?").toString());
  }

  private static int characterClass(String glob, int open, StringBuilder regex) {
    int close = glob.indexOf(']', open + 2);
    if (close < 0) {
      regex.append("\\[");
      return open;
    }
    String inner = glob.substring(open + 1, close).replace("\\", "\\\\").replace("[", "\\[");
    String negated = inner.startsWith("!") ? "^" + inner.substring(1) : inner;
    regex.append('[').append(negated.replace("&&", "&\\&")).append(']');
    return close;
  }
}
