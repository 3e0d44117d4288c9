package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
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
    return all(semantics.snapshot(), assignment -> assignment.name().equals(name));
  }

  /** The assignments of the workspace's files that are wanted, in order of file. */
  public static List<Assigned> all(Snapshot snapshot, Predicate<Item.Assignment> wanted) {
    List<Assigned> found = new ArrayList<>();
    for (FileCell cell : snapshot.cells()) {
      if (cell.isPresent()) {
        for (Item.Assignment assignment : cell.names().assignments()) {
          if (wanted.test(assignment)) {
            Place place = new Place(cell.path(), cell.positions().range(assignment.key()));
            found.add(new Assigned(place, assignment));
          }
        }
      }
    }
    found.sort((a, b) -> a.place().compareTo(b.place()));
    return found;
  }
}
