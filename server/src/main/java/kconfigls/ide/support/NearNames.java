package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kconfigls.analysis.Semantics;
import kconfigls.model.ProjectModel;
import kconfigls.text.EditDistance;

/** Symbols whose names are nearly the same. */
public final class NearNames {
  private static final int MAX = 3;

  private NearNames() {}

  /** At most three, the nearest first. */
  public static List<String> of(Semantics semantics, String name) {
    Map<String, Integer> near = new TreeMap<>();
    int limit = Math.max(1, Math.min(3, name.length() / 4));
    for (ProjectModel model : semantics.snapshot().models()) {
      for (String known : model.symbols().keySet()) {
        if (Math.abs(known.length() - name.length()) <= limit && !near.containsKey(known)) {
          int distance = EditDistance.of(name, known);
          if (distance <= limit) {
            near.put(known, distance);
          }
        }
      }
    }
    List<String> names = new ArrayList<>(near.keySet());
    names.sort(Comparator.comparing(near::get));
    return names.subList(0, Math.min(MAX, names.size()));
  }
}
