package kconfigls.ide;

import java.util.List;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Occurrences;
import kconfigls.ide.support.Occurrences.Occurrence;

/** Find all references, in Kconfig files. */
public final class References {
  private References() {}

  /** The places that name what stands at an offset, by file and position. */
  public static List<Place> at(
      Semantics semantics, FileCell cell, int offset, boolean withDefinitions) {
    return Occurrences.at(semantics, cell, offset).stream()
        .filter(occurrence -> withDefinitions || !occurrence.definition())
        .map(Occurrence::place)
        .toList();
  }
}
