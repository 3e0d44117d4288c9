package kconfigls.ide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.FileNames;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Occurrences;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.ExpandedReference;
import kconfigls.outline.Item;
import kconfigls.text.TextRange;

/** How often each symbol of a file is used, above its entry. */
public final class CodeLenses {
  /** What is said of the entry whose name is at a range. */
  public record Lens(TextRange name, String title) {}

  /**
   * What the lenses tell.
   *
   * @param references whether they count the references in Kconfig
   * @param selects whether they count selects and implies
   * @param sources in how many sources each name is used; empty for not to be told
   */
  public record Wanted(boolean references, boolean selects, Map<String, Integer> sources) {}

  private static final class Count {
    private int references;
    private int selects;
    private int implies;

    private void add(FileNames.Uses uses) {
      references += uses.references();
      selects += uses.selects();
      implies += uses.implies();
    }
  }

  private final Map<String, Count> counts = new HashMap<>();

  private CodeLenses() {}

  /** One for each entry of which there is something to tell, in order of the text. */
  public static List<Lens> of(Semantics semantics, FileCell cell, Wanted wanted) {
    CodeLenses lenses = new CodeLenses();
    List<Item.Entry> entries = new ArrayList<>();
    entries(cell.outlined().outline().items(), entries);
    entries.forEach(entry -> lenses.counts.put(entry.name(), new Count()));
    for (FileCell file : Occurrences.files(semantics, cell)) {
      FileNames names = file.names();
      lenses.counts.forEach((name, count) -> count.add(names.uses(name)));
    }
    lenses.countMade(semantics, cell);
    return entries.stream()
        .map(
            entry ->
                new Lens(
                    cell.positions().range(entry.nameKey()),
                    title(
                        lenses.counts.getOrDefault(entry.name(), new Count()),
                        wanted,
                        wanted.sources().getOrDefault(entry.name(), 0))))
        .filter(lens -> !lens.title().isEmpty())
        .toList();
  }

  private static void entries(List<Item> items, List<Item.Entry> found) {
    for (Item item : items) {
      switch (item) {
        case Item.Entry entry -> found.add(entry);
        case Item.Choice choice -> entries(choice.items(), found);
        case Item.Menu menu -> entries(menu.items(), found);
        case Item.If block -> entries(block.items(), found);
        default -> {
          // names nothing
        }
      }
    }
  }

  /** Names that macros made, once for each place. */
  private void countMade(Semantics semantics, FileCell cell) {
    Set<Place> seen = new HashSet<>();
    for (ProjectModel model : semantics.projectsOf(cell.path())) {
      for (ExpandedReference reference : model.expandedReferences()) {
        Count count = counts.get(reference.name());
        if (count != null && seen.add(semantics.place(reference.instance(), reference.key()))) {
          count.references++;
        }
      }
    }
  }

  private static String title(Count count, Wanted wanted, int sources) {
    List<String> parts = new ArrayList<>();
    if (wanted.references()) {
      parts.add(plural(count.references, "reference"));
    }
    if (wanted.selects() && count.selects > 0) {
      parts.add("selected " + times(count.selects));
    }
    if (wanted.selects() && count.implies > 0) {
      parts.add("implied " + times(count.implies));
    }
    if (sources > 0) {
      parts.add("used in " + plural(sources, "source"));
    }
    return String.join(" · ", parts);
  }

  private static String plural(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String times(int count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }
}
