package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedConfig;
import kconfigls.text.EditDistance;

/** Symbols of a project whose names are nearly that of an unknown one. */
final class NearSymbols {
  private static final int MAX = 3;

  /** Enough for a thousand unknown names in a tree of twenty thousand symbols. */
  private static final long MOST_COMPARISONS = 20_000_000;

  private final Set<String> symbols;
  private long comparisons;

  NearSymbols(CheckedConfig config) {
    ProjectModel model = config.model();
    this.symbols = model == null ? Set.of() : model.symbols().keySet();
  }

  /** At most three names, the nearest first; none once the searches would take minutes. */
  List<String> to(String name) {
    comparisons += symbols.size();
    if (comparisons > MOST_COMPARISONS) {
      return List.of();
    }
    int limit = Math.max(1, Math.min(3, name.length() / 6));
    Map<String, Integer> near = new TreeMap<>();
    for (String known : symbols) {
      if (Math.abs(known.length() - name.length()) <= limit && sharesAnEnd(known, name)) {
        int distance = EditDistance.of(name, known);
        if (distance <= limit) {
          near.put(known, distance);
        }
      }
    }
    List<String> names = new ArrayList<>(near.keySet());
    names.sort(Comparator.comparing(near::get));
    return names.subList(0, Math.min(MAX, names.size()));
  }

  /** Cheap, and true of all that few changes make of a name: half of it is left in place. */
  private static boolean sharesAnEnd(String a, String b) {
    int length = Math.min(a.length(), b.length()) / 4;
    return a.regionMatches(0, b, 0, length)
        || a.regionMatches(a.length() - length, b, b.length() - length, length);
  }
}
