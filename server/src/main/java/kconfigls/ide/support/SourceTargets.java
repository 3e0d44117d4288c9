package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.model.FileInstance;
import kconfigls.model.ProjectModel;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** The files that the sources of a file lead to. */
public final class SourceTargets {
  /** The path of a source and a file that it includes in some project. */
  public record Target(TextRange path, VfsPath file) {}

  private SourceTargets() {}

  /** All of them, each once. */
  public static List<Target> of(Semantics semantics, FileCell cell) {
    Set<Target> targets = new LinkedHashSet<>();
    for (ProjectModel model : semantics.projectsOf(cell.path())) {
      for (FileInstance instance : model.instances()) {
        FileInstance includer = instance.includer();
        if (includer != null && includer.file().equals(cell.path())) {
          TextRange range = cell.positions().range(instance.sourceKey());
          targets.add(new Target(range, instance.file()));
        }
      }
    }
    return new ArrayList<>(targets);
  }
}
