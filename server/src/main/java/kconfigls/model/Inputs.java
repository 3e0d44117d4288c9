package kconfigls.model;

import java.util.List;
import java.util.Optional;
import kconfigls.vfs.VfsPath;

/** Where the linker takes files from; the same question has the same answer within one run. */
public interface Inputs {
  FileInput file(VfsPath path);

  /** The files that match an absolute pattern, sorted; empty if nobody has looked yet. */
  Optional<List<VfsPath>> glob(String pattern);
}
