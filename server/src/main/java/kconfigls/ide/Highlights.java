package kconfigls.ide;

import java.util.List;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.Occurrences;
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
    return Occurrences.inFile(semantics, cell, offset).stream()
        .map(found -> new Highlight(found.place().range(), found.definition()))
        .toList();
  }
}
