package kconfigls.io;

import java.util.Collection;
import java.util.Comparator;
import kconfigls.text.EditDistance;

/** Finds what was probably meant. */
public final class Nearest {
  private Nearest() {}

  /** The name with the smallest edit distance; empty only if there are no names. */
  public static String of(String name, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt(known -> EditDistance.of(name, known)))
        .orElse("");
  }
}
