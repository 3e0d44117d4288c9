package kconfigls.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** What was probably meant by a name that does not exist. */
public final class Nearest {
  private Nearest() {}

  /** The name that is most like one that does not exist; empty if none is much like it. */
  public static Optional<String> to(String name, Collection<String> names) {
    int most = Math.max(2, name.length() / 3);
    return names.stream()
        .filter(known -> EditDistance.of(name, known, most) <= most)
        .min(Comparator.comparingInt(known -> EditDistance.of(name, known)));
  }

  /**
   * The end of a message about a name.
   *
   * @param otherwise what helps if no name is like it
   */
  public static String hint(String name, Collection<String> names, String otherwise) {
    return to(name, names).map(known -> "; did you mean '" + known + "'?").orElse("; " + otherwise);
  }
}
