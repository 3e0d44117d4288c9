package kconfigls.io.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the files of repositories: regular files of a bounded size, and nothing else. */
final class GitFiles {
  private GitFiles() {}

  /** The bytes of a file; empty if it is missing, no regular file or larger than a bound. */
  static Optional<byte[]> read(Path file, int most, LinkOption... options) {
    BasicFileAttributes attributes = attributes(file, options);
    if (attributes == null || !attributes.isRegularFile() || attributes.size() > most) {
      return Optional.empty();
    }
    // the size bounds what is read: files below /proc have none and may never end
    try (InputStream in = Files.newInputStream(file, options)) {
      return Optional.of(in.readNBytes((int) attributes.size()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The first line of a small text file, without blanks around it; empty as above. */
  static Optional<String> line(Path file) {
    return read(file, 1 << 14)
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse(""))
        .map(String::strip);
  }

  /** Opens a regular file for reading at any position; empty if there is none. */
  static Optional<FileChannel> open(Path file) {
    BasicFileAttributes attributes = attributes(file);
    if (attributes == null || !attributes.isRegularFile()) {
      return Optional.empty();
    }
    try {
      return Optional.of(FileChannel.open(file));
    } catch (IOException e) {
      return Optional.empty();
    }
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
