package kconfigls.model;

import java.util.List;
import java.util.Optional;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** Where the linker takes files from; the same question has the same answer within one run. */
public interface Inputs {
  FileInput file(VfsPath path);

  /**
   * The line, from 1, on which a key of a file's outline stands; 0 if the statement goes on behind
   * a backslash there, so that what it holds may stand on another.
   */
  int line(VfsPath file, int key);

  /** The files that match an absolute pattern, sorted; empty if nobody has looked yet. */
  Optional<List<VfsPath>> glob(Glob pattern);
}
