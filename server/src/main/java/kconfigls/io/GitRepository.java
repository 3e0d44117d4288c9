package kconfigls.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kconfigls.vfs.VfsPath;

/** A git repository, of which nothing is ever changed. */
public final class GitRepository {
  private GitRepository() {}

  /** The top folder of the work tree that holds a path. */
  public static Optional<VfsPath> top(VfsPath path) {
    for (VfsPath folder = path; folder != null; folder = folder.parent()) {
      if (Files.exists(Path.of(folder.resolve(".git").text()))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }
}
