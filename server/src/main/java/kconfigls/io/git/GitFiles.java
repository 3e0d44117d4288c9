package kconfigls.io.git;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import kconfigls.io.RegularFiles;
import org.jspecify.annotations.Nullable;

/** Reads the files of repositories. */
final class GitFiles {
  private GitFiles() {}

  /** The bytes of a file; empty if it is missing, no regular file or larger than a bound. */
  static Optional<byte[]> read(Path file, int most, LinkOption... options) {
    return RegularFiles.read(file, most, options) instanceof RegularFiles.Content.Bytes bytes
        ? Optional.of(bytes.array())
        : Optional.empty();
  }

  /** The first line of a small text file, without blanks around it; empty as above. */
  static Optional<String> line(Path file) {
    return read(file, 1 << 14)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse(""))
        .map(String::strip);
  }

  /**
   * The bytes at a position of an open file.
   *
   * @param length as many as the file must have there
   * @throws IOException also if it has fewer
   */
  static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new IOException("the file ends too early");
      }
    }
    return buffer.flip();
  }

  /** The attributes of a file; null if there is none that can be read. */
  static @Nullable BasicFileAttributes attributes(Path file, LinkOption... options) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, options);
    } catch (IOException e) {
      return null;
    }
  }

  /** A path as it is written in a repository, relative to a folder; empty if it is none. */
  static Optional<Path> resolve(Path folder, String path) {
    try {
      return path.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(path).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
