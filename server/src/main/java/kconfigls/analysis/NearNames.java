package kconfigls.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kconfigls.model.ProjectModel;
import kconfigls.text.EditDistance;

/** Symbols whose names are nearly the same. */
public final class NearNames {
  private static final int MAX = 3;

  /** What a name has in C and in configuration files, but not in Kconfig. */
  private static final String PREFIX = "CONFIG_";

  private NearNames() {}

  /** At most three of all projects, the nearest first. */
  public static List<String> of(Semantics semantics, String name) {
    Set<String> known = new HashSet<>();
    for (ProjectModel model : semantics.snapshot().models()) {
      known.addAll(model.symbols().keySet());
    }
    return of(known, name);
  }

  /**
   * At most three of some names, the nearest first: the name without the prefix of configurations,
   * names with few other letters, and a name that is this one with more behind it if it is the only
   * such.
   */
  public static List<String> of(Collection<String> known, String name) {
    String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
    if (known.contains(bare)) {
      return List.of(bare);
    }
    Map<String, Integer> near = new TreeMap<>();
    int limit = Math.max(1, Math.min(3, name.length() / 4));
    long letters = letters(name);
    List<String> longer = new ArrayList<>();
    for (String other : known) {
      if (Math.abs(other.length() - name.length()) <= limit
          && Long.bitCount(letters ^ letters(other)) <= 2 * limit) {
        int distance = EditDistance.of(name, other);
        if (distance <= limit) {
          near.put(other, distance);
        }
      } else if (other.startsWith(name) && other.charAt(name.length()) == '_') {
        longer.add(other);
      }
    }
    List<String> names = new ArrayList<>(near.keySet());
    names.sort(Comparator.comparing(near::get));
    if (longer.size() == 1) {
      names.addAll(longer);
    }
    return List.copyOf(names.subList(0, Math.min(MAX, names.size())));
  }

  /** The letters of a name as bits: names with few differences have few different ones. */
  private static long letters(String name) {
    long bits = 0;
    for (int i = 0; i < name.length(); i++) {
      bits |= 1L << (name.charAt(i) & 63);
    }
    return bits;
  }
}
