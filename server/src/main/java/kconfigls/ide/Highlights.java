package kconfigls.ide;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Occurrences;
import kconfigls.ide.support.SymbolNames;
import kconfigls.text.TextRange;

/** The occurrences in one file of what stands at the cursor. */
public final class Highlights {
  /**
   * An occurrence.
   *
   * @param written whether the name is defined there rather than used
   */
  public record Highlight(TextRange range, boolean written) {}

  private Highlights() {}

  /** In order of the text. */
  public static List<Highlight> at(Semantics semantics, FileCell cell, int offset) {
    if (!cell.isKconfig()) {
      return inDocument(semantics, cell, offset);
    }
    return Occurrences.inFile(semantics, cell, offset).stream()
        .map(found -> new Highlight(found.place().range(), found.definition()))
        .toList();
  }

  /** What a line of a configuration file sets is written there. */
  private static List<Highlight> inDocument(Semantics semantics, FileCell cell, int offset) {
    boolean written = cell.kind() == DocumentKind.CONFIG;
    Optional<SymbolNames.Named> wanted = SymbolNames.at(semantics, cell, offset);
    return SymbolNames.of(semantics, cell).stream()
        .filter(named -> wanted.filter(one -> one.symbol().equals(named.symbol())).isPresent())
        .map(named -> new Highlight(named.word(), written))
        .toList();
  }
}
