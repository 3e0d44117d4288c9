package kconfigls.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import kconfigls.vfs.VfsPath;

/** What tells whether a file on disk is still the one that was read. */
public record FileStamp(long millis, long size) {
  private static final FileStamp ABSENT = new FileStamp(-1, -1);

  /** That of a file as it is now; all that cannot be read have the same. */
  public static FileStamp of(VfsPath file) {
    try {
      Path path = Path.of(file.text());
      return new FileStamp(Files.getLastModifiedTime(path).toMillis(), Files.size(path));
    } catch (IOException | InvalidPathException e) {
      return ABSENT;
    }
  }
}
