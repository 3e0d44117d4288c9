package kconfigls.rules.usage;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.text.EditDistance;

/** Finds the symbol that was probably meant by a name. */
final class NearestNames {
  private static final int LETTERS_FOR_ONE_ERROR = 5;
  private static final int LETTERS_FOR_TWO = 12;

  private final Set<String> symbols = new TreeSet<>();
  private final Map<String, Optional<String>> found = new HashMap<>();

  NearestNames(CheckedProjects projects) {
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      symbols.addAll(model.symbols().keySet());
    }
  }

  /**
   * The symbol whose name differs least, if it differs by one letter or two. Names with other
   * digits are those of other things.
   */
  Optional<String> of(String name) {
    return found.computeIfAbsent(name, this::find);
  }

  private Optional<String> find(String name) {
    String base = KnownNames.withoutModule(name);
    int errors =
        base.length() < LETTERS_FOR_ONE_ERROR ? 0 : base.length() < LETTERS_FOR_TWO ? 1 : 2;
    int least = errors + 1;
    Optional<String> nearest = Optional.empty();
    for (String symbol : symbols) {
      if (Math.abs(symbol.length() - base.length()) < least) {
        int distance = EditDistance.of(base, symbol, least);
        if (distance < least && digits(symbol).equals(digits(base))) {
          least = distance;
          nearest = Optional.of(symbol);
        }
      }
    }
    return nearest.map(symbol -> symbol + name.substring(base.length()));
  }

  private static String digits(String name) {
    return name.replaceAll("[^0-9]", "");
  }
}
