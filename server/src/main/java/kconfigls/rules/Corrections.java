package kconfigls.rules;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.analysis.Lazy;
import kconfigls.analysis.NearNames;
import kconfigls.analysis.Place;

/** The names that may have been meant by undefined ones, each looked for once. */
final class Corrections {
  /** Enough for a thousand undefined names in a tree of twenty thousand symbols. */
  private static final long MOST_COMPARISONS = 20_000_000;

  private final Map<String, List<String>> near = new ConcurrentHashMap<>();
  private final Set<String> searched = ConcurrentHashMap.newKeySet();
  private final Lazy<NearNames> names;

  Corrections(Lazy<Set<String>> names) {
    this.names = Lazy.of(() -> new NearNames(names.get()));
  }

  /** Fixes that put a name that is nearly the same in the place of one that nothing defines. */
  List<Fix> of(Place place, String name) {
    return near.computeIfAbsent(name, this::search).stream()
        .map(near -> Fix.unsafe("Write `" + near + "`", new Fix.Edit(place, near)))
        .toList();
  }

  /** Nothing once the searches would take minutes. */
  private List<String> search(String name) {
    NearNames known = names.get();
    if ((long) searched.size() * known.size() >= MOST_COMPARISONS) {
      return List.of();
    }
    searched.add(name);
    return known.to(name);
  }

  /** How often all known names were gone through. */
  int searches() {
    return searched.size();
  }
}
