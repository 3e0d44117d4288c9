package kconfigls.model;

import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * One inclusion of a file.
 *
 * @param includer null for the root file
 * @param sourceKey the key, in the including file, of the path that names this one; -1 for the root
 */
public record FileInstance(
    int index, VfsPath file, @Nullable FileInstance includer, int sourceKey) {
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return index;
  }

  /** Whether the file is this one or includes it. */
  boolean isWithin(VfsPath path) {
    for (FileInstance at = this; at != null; at = at.includer) {
      if (at.file.equals(path)) {
        return true;
      }
    }
    return false;
  }

  int depth() {
    int depth = 0;
    for (FileInstance at = includer; at != null; at = at.includer) {
      depth++;
    }
    return depth;
  }
}
