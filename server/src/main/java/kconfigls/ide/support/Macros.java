package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.outline.Item;

/** The assignments of macro variables and functions. */
public final class Macros {
  /** An assignment and where it stands. */
  public record Assigned(Place place, Item.Assignment assignment) {}

  private Macros() {}

  /** All assignments to a name, in order of file. */
  public static List<Assigned> of(Semantics semantics, String name) {
    return all(semantics.snapshot()).stream()
        .filter(assigned -> assigned.assignment().name().equals(name))
        .sorted((a, b) -> a.place().compareTo(b.place()))
        .toList();
  }

  /** All assignments of the workspace's files. */
  public static List<Assigned> all(Snapshot snapshot) {
    List<Assigned> found = new ArrayList<>();
    for (FileCell cell : snapshot.cells()) {
      if (cell.isPresent()) {
        collect(cell, cell.outlined().outline().items(), found);
      }
    }
    return found;
  }

  private static void collect(FileCell cell, List<Item> items, List<Assigned> found) {
    for (Item item : items) {
      switch (item) {
        case Item.Assignment assignment -> {
          Place place = new Place(cell.path(), cell.positions().range(assignment.key()));
          found.add(new Assigned(place, assignment));
        }
        case Item.Menu menu -> collect(cell, menu.items(), found);
        case Item.If block -> collect(cell, block.items(), found);
        case Item.Choice choice -> collect(cell, choice.items(), found);
        case Item.Entry entry -> {}
        case Item.Comment comment -> {}
        case Item.Source source -> {}
        case Item.MacroLine line -> {}
        case Item.MainMenu mainMenu -> {}
      }
    }
  }
}
