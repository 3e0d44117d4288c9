package kconfigls.text;

import java.util.Collection;
import java.util.Comparator;

/** What was probably meant by a name that does not exist. */
public final class Nearest {
  private Nearest() {}

  /**
   * The end of a message about a name.
   *
   * @param otherwise what helps if no name is like it
   */
  public static String hint(String name, Collection<String> names, String otherwise) {
    int most = Math.max(2, name.length() / 3);
    return names.stream()
        .filter(known -> EditDistance.of(name, known, most) <= most)
        .min(Comparator.comparingInt(known -> EditDistance.of(name, known)))
        .map(known -> "; did you mean '" + known + "'?")
        .orElse("; " + otherwise);
  }
}
