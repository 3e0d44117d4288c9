package kconfigls.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import kconfigls.model.ProjectModel;
import kconfigls.text.EditDistance;

/** Symbols whose names are nearly the same. */
public final class NearNames {
  private static final int MAX = 3;

  /** What a name has in C and in configuration files, but not in Kconfig. */
  private static final String PREFIX = "CONFIG_";

  /** A name with what tells quickly that another one is not near. */
  private record Known(String name, long letters) {}

  private final NavigableSet<String> names;

  /** The names by their length. */
  private final NavigableMap<Integer, List<Known>> byLength = new TreeMap<>();

  /** The names to look among. */
  public NearNames(Collection<String> known) {
    this.names = new TreeSet<>(known);
    for (String name : names) {
      byLength
          .computeIfAbsent(name.length(), length -> new ArrayList<>())
          .add(new Known(name, letters(name)));
    }
  }

  /** At most three of all projects, the nearest first. */
  public static List<String> of(Semantics semantics, String name) {
    Set<String> known = new HashSet<>();
    for (ProjectModel model : semantics.snapshot().models()) {
      known.addAll(model.symbols().keySet());
    }
    return new NearNames(known).to(name);
  }

  /** How many names there are. */
  public int size() {
    return names.size();
  }

  /**
   * At most three of the names, the nearest first: the name without the prefix of configurations,
   * names with few other letters, and a name that is this one with more behind it if it is the only
   * such.
   */
  public List<String> to(String name) {
    String bare = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
    if (names.contains(bare)) {
      return List.of(bare);
    }
    Map<String, Integer> near = new TreeMap<>();
    int limit = Math.max(1, Math.min(3, name.length() / 4));
    long letters = letters(name);
    for (List<Known> alike :
        byLength.subMap(name.length() - limit, true, name.length() + limit, true).values()) {
      for (Known other : alike) {
        if (Long.bitCount(letters ^ other.letters()) <= 2 * limit) {
          int distance = EditDistance.of(name, other.name());
          if (distance <= limit) {
            near.put(other.name(), distance);
          }
        }
      }
    }
    List<String> found = new ArrayList<>(near.keySet());
    found.sort(Comparator.comparing(near::get));
    longer(name, limit).ifPresent(found::add);
    return List.copyOf(found.subList(0, Math.min(MAX, found.size())));
  }

  /** The only name that goes on with more than a few letters behind this one and an underscore. */
  private Optional<String> longer(String name, int limit) {
    long letters = letters(name);
    List<String> longer =
        names.subSet(name + "_", name + (char) ('_' + 1)).stream()
            .filter(
                other ->
                    other.length() - name.length() > limit
                        || Long.bitCount(letters ^ letters(other)) > 2 * limit)
            .limit(2)
            .toList();
    return longer.size() == 1 ? Optional.of(longer.getFirst()) : Optional.empty();
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
