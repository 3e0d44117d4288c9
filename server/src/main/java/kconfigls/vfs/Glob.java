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
