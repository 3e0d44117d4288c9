package kconfigls.ide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.ide.support.Macros;
import kconfigls.ide.support.SourceTargets;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.text.TextRange;

/** Go to definition. */
public final class Definitions {
  private Definitions() {}

  /** Where what stands at an offset is defined; empty if it is nothing that has a definition. */
  public static List<Place> at(Semantics semantics, FileCell cell, int offset) {
    return switch (Cursors.at(semantics, cell, offset)) {
      case Cursor.SymbolName symbol -> symbols(semantics, cell, symbol.name());
      case Cursor.Path path ->
          SourceTargets.of(semantics, cell).stream()
              .filter(target -> target.path().touches(offset))
              .map(target -> new Place(target.file(), TextRange.at(0)))
              .toList();
      case Cursor.Macro macro ->
          Macros.of(semantics, macro.name()).stream().map(Macros.Assigned::place).toList();
      case Cursor.Word word -> List.of();
      case Cursor.Nothing nothing -> List.of();
    };
  }

  /** The definitions as the projects of this file see them, else those of any project. */
  private static List<Place> symbols(Semantics semantics, FileCell cell, String name) {
    Set<Place> places = new LinkedHashSet<>();
    for (ProjectModel model : semantics.projectsOf(cell.path())) {
      Symbol symbol = model.symbol(name);
      if (symbol != null) {
        symbol.nodes().forEach(node -> places.add(semantics.name(node)));
      }
    }
    return places.isEmpty() ? semantics.definitions(name) : new ArrayList<>(places);
  }
}
