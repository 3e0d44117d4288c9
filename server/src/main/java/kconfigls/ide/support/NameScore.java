package kconfigls.ide.support;

import java.util.Locale;

/**
 * How well a symbol fits a query: the name itself, names that begin with the query, that hold it,
 * whose prompts hold it, and at last names with all its letters in order.
 */
public final class NameScore {
  private NameScore() {}

  /**
   * The higher the better; 0 for no match.
   *
   * @param wanted in lower case
   */
  public static int of(String name, String prompt, String wanted) {
    return ofLower(name.toLowerCase(Locale.ROOT), prompt.toLowerCase(Locale.ROOT), wanted);
  }

  /** The same, for a name and a prompt in lower case. */
  public static int ofLower(String lower, String prompt, String wanted) {
    String bare = wanted.startsWith("config_") ? wanted.substring("config_".length()) : wanted;
    String word = bare.replace(' ', '_');
    if (lower.equals(word)) {
      return 6;
    }
    if (lower.startsWith(word)) {
      return 5;
    }
    if (lower.contains("_" + word)) {
      return 4;
    }
    if (lower.contains(word)) {
      return 3;
    }
    if (prompt.contains(bare)) {
      return 2;
    }
    return hasLettersInOrder(lower, word) ? 1 : 0;
  }

  private static boolean hasLettersInOrder(String name, String letters) {
    int at = 0;
    for (int i = 0; i < letters.length(); i++) {
      at = name.indexOf(letters.charAt(i), at) + 1;
      if (at == 0) {
        return false;
      }
    }
    return true;
  }
}
