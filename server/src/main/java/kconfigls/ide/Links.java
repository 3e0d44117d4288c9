package kconfigls.ide;

import java.util.List;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.support.SourceTargets;

/** The paths of a file's sources as links. */
public final class Links {
  private Links() {}

  public static List<SourceTargets.Target> of(Semantics semantics, FileCell cell) {
    return SourceTargets.of(semantics, cell);
  }
}
