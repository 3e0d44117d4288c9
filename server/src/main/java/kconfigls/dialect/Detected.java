package kconfigls.dialect;

import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a tree.
 *
 * @param srctree the tree's root folder
 * @param root the root file; null where none was found
 */
public record Detected(Dialect dialect, VfsPath srctree, @Nullable VfsPath root) {}
