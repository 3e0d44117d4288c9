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

  /** One for each entry, in order of the text. */
  public static List<Lens> of(Semantics semantics, FileCell cell) {
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
                    title(lenses.counts.getOrDefault(entry.name(), new Count()))))
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

  private static String title(Count count) {
    StringBuilder title = new StringBuilder(plural(count.references, "reference"));
    if (count.selects > 0) {
      title.append(" · selected ").append(times(count.selects));
    }
    if (count.implies > 0) {
      title.append(" · implied ").append(times(count.implies));
    }
    return title.toString();
  }

  private static String plural(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String times(int count) {
    return count == 1 ? "once" : count == 2 ? "twice" : count + " times";
  }
}
