package kconfigls.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kconfigls.vfs.VfsPath;

/** Reads small files by lines. */
public final class Lines {
  private Lines() {}

  /** The lines of a file; empty if it cannot be read. */
  public static Optional<List<String>> of(VfsPath file) {
    try {
      byte[] bytes = Files.readAllBytes(Path.of(file.text()));
      return Optional.of(new String(bytes, StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
