package kconfigls.io;

import java.util.List;
import java.util.Optional;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/** Reads small files by lines. */
public final class Lines {
  private Lines() {}

  /** The lines of a file; empty if it cannot be read, or lies outside of the folders. */
  public static Optional<List<String>> of(VfsPath file, AllowedFolders allowed) {
    return allowed.load(file) instanceof FileState.Present present
        ? Optional.of(present.source().text().lines().toList())
        : Optional.empty();
  }
}
