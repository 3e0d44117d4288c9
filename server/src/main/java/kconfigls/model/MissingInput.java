package kconfigls.model;

import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** Something that the linker asked for and that nobody has looked for yet. */
public sealed interface MissingInput {
  record File(VfsPath path) implements MissingInput {}

  /** An absolute pattern. */
  record Pattern(Glob glob) implements MissingInput {}
}
