package kconfigls.text.escape;

import java.util.Map;

/** The name of a file in the head of a diff, as git writes it and {@code patch} reads it. */
public final class QuotedPath {
  private static final Map<Character, String> NAMED =
      Map.of(
          '"', "\\\"", '\\', "\\\\", '\t', "\\t", '\n', "\\n", '\r', "\\r", '\f', "\\f", '\b',
          "\\b");

  private QuotedPath() {}

  /** The path, in double quotes if a character of it is escaped. */
  public static String of(String path) {
    StringBuilder quoted = new StringBuilder();
    for (char c : path.toCharArray()) {
      boolean control = c < ' ' || c == 0x7f;
      quoted.append(NAMED.getOrDefault(c, control ? String.format("\\%03o", (int) c) : "" + c));
    }
    return quoted.length() == path.length() ? path : '"' + quoted.toString() + '"';
  }
}
