package kconfigls.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new file outside of all trees, with a name that nobody can guess; gone when it is closed. */
final class TemporaryFile implements AutoCloseable {
  private final Path path;

  /**
   * Makes an empty one that only this user can read and write.
   *
   * @throws IOException if it cannot be made
   */
  TemporaryFile() throws IOException {
    this.path = Files.createTempFile("kconfig-ls", ".tmp");
  }

  Path path() {
    return path;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
