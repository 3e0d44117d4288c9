package kconfigls.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Cursor;
import kconfigls.ide.support.Cursors;
import kconfigls.ide.support.Occurrences;
import kconfigls.ide.support.Occurrences.Occurrence;
import kconfigls.ide.support.SymbolNames;
import kconfigls.vfs.VfsPath;

/** Find all references: in Kconfig files, and in the other documents that an editor holds. */
public final class References {
  private References() {}

  /** The places that name what stands at an offset, by file and position. */
  public static List<Place> at(
      Semantics semantics, FileCell cell, int offset, boolean withDefinitions) {
    List<Place> places = new ArrayList<>();
    Occurrences.at(semantics, cell, offset).stream()
        .filter(occurrence -> withDefinitions || !occurrence.definition())
        .map(Occurrence::place)
        .forEach(places::add);
    if (Cursors.at(semantics, cell, offset) instanceof Cursor.SymbolName symbol) {
      semantics.snapshot().documents().stream()
          .filter(
              document -> document.path().equals(cell.path()) || share(semantics, cell, document))
          .sorted(Comparator.comparing(FileCell::path))
          .forEach(document -> places.addAll(places(semantics, document, symbol.name())));
    }
    return places;
  }

  /** Whether both belong to a tree. */
  private static boolean share(Semantics semantics, FileCell cell, FileCell document) {
    Set<VfsPath> trees = trees(semantics, cell);
    return trees(semantics, document).stream().anyMatch(trees::contains);
  }

  private static Set<VfsPath> trees(Semantics semantics, FileCell cell) {
    return semantics.projectsOf(cell.path()).stream()
        .map(model -> model.spec().srctree())
        .collect(Collectors.toSet());
  }

  private static List<Place> places(Semantics semantics, FileCell document, String symbol) {
    return SymbolNames.of(semantics, document).stream()
        .filter(named -> named.symbol().equals(symbol))
        .map(named -> new Place(document.path(), named.word()))
        .toList();
  }
}
