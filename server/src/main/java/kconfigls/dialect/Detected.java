package kconfigls.dialect;

import java.util.List;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a tree.
 *
 * @param srctree the tree's root folder
 * @param root the root file; null where none was found
 * @param others further root files, each of which is a project of its own
 * @param isPart whether another tree includes it, which is not there: a module, an external tree
 */
public record Detected(
    Dialect dialect,
    VfsPath srctree,
    @Nullable VfsPath root,
    List<VfsPath> others,
    boolean isPart) {
  public Detected {
    others = List.copyOf(others);
  }

  /** A whole tree with one root. */
  public Detected(Dialect dialect, VfsPath srctree, @Nullable VfsPath root) {
    this(dialect, srctree, root, List.of(), false);
  }
}
