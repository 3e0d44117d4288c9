package kconfigls.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The one place that opens files to read them. Only regular files are opened, so that no pipe and
 * no device can block the program, and no more is read than the size that the file system tells: a
 * file of {@code /proc}, whose size is 0, is empty.
 */
public final class RegularFiles {
  private static final int MEGABYTE = 1 << 20;

  private RegularFiles() {}

  /** What stands at a path. */
  public sealed interface Content {
    /** A file that was read. */
    record Bytes(ByteBuffer buffer) implements Content {
      /** All of them, in an array of their own. */
      public byte[] array() {
        return buffer.array();
      }

      /**
       * The text of a file that has to be UTF-8.
       *
       * @throws CharacterCodingException if it is not
       */
      String utf8() throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(buffer.duplicate()).toString();
      }
    }

    /** What is no file that can be read. */
    sealed interface Refusal extends Content {}

    record Absent() implements Refusal {}

    record Folder() implements Refusal {}

    /** Something that is not read; the reason is a clause for people. */
    record Unreadable(String reason) implements Refusal {}
  }

  /**
   * What stands at a path, and all of it if it is a file.
   *
   * @param most how many bytes a file may have; a larger one is unreadable
   * @param options whether a link counts as what it leads to
   */
  public static Content read(Path file, int most, LinkOption... options) {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, options);
      Optional<Content.Refusal> refusal = refusal(attributes);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      return attributes.size() > most
          ? new Content.Unreadable("it is larger than " + most / MEGABYTE + " MB")
          : new Content.Bytes(ByteBuffer.wrap(bytes(file, (int) attributes.size())));
    } catch (IOException e) {
      return failed(file, e);
    }
  }

  /** What a path is if not a regular file that can be read, of any size; nothing is opened. */
  static Optional<Content.Refusal> refusal(Path file) {
    try {
      Optional<Content.Refusal> refusal =
          refusal(Files.readAttributes(file, BasicFileAttributes.class));
      return Files.isReadable(file)
          ? refusal
          : Optional.of(new Content.Unreadable("permission denied"));
    } catch (IOException e) {
      return Optional.of(failed(file, e));
    }
  }

  private static Optional<Content.Refusal> refusal(BasicFileAttributes attributes) {
    if (attributes.isDirectory()) {
      return Optional.of(new Content.Folder());
    }
    return attributes.isRegularFile()
        ? Optional.empty()
        : Optional.of(new Content.Unreadable("it is no regular file"));
  }

  /** Opens a regular file to read it at any position; empty if there is none that can be read. */
  public static Optional<FileChannel> open(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()
          ? Optional.of(FileChannel.open(file))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The first bytes of a file; empty if it cannot be read. */
  static byte[] head(Path file, int most) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return attributes.isRegularFile()
          ? bytes(file, (int) Math.min(most, attributes.size()))
          : new byte[0];
    } catch (IOException e) {
      return new byte[0];
    }
  }

  private static byte[] bytes(Path file, int size) throws IOException {
    if (size == 0 && Files.isReadable(file)) {
      return new byte[0]; // in /proc, opening such a file can do something
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(size);
    }
  }

  /**
   * Reads a file into a buffer as far as it fits.
   *
   * @param attributes of this file, which must be regular
   * @return how many bytes were read
   * @throws IOException if it cannot be read
   */
  static int fill(Path file, BasicFileAttributes attributes, byte[] buffer) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(buffer, 0, (int) Math.min(buffer.length, attributes.size()));
    }
  }

  /** The environment that a process was started with, on Linux; empty if nobody can read it. */
  static Optional<String> environmentOf(long process) {
    Path environ = Path.of("/proc", String.valueOf(process), "environ");
    try {
      return Files.isReadable(environ)
          ? Optional.of(Files.readString(environ, StandardCharsets.ISO_8859_1))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // it has ended in the meantime
    }
  }

  private static Content.Refusal failed(Path file, IOException e) {
    String message = String.valueOf(e.getMessage());
    boolean loop = message.contains("Too many levels of symbolic links");
    return switch (e) {
      case NoSuchFileException missing ->
          Files.exists(file, LinkOption.NOFOLLOW_LINKS)
              ? new Content.Unreadable("it is a link that leads nowhere")
              : new Content.Absent();
      case AccessDeniedException denied -> new Content.Unreadable("permission denied");
      case FileSystemLoopException loops -> new Content.Unreadable("it is a loop of links");
      case FileSystemException other when loop -> new Content.Unreadable("it is a loop of links");
      case FileSystemException other when message.contains("Not a directory") ->
          new Content.Absent();
      default -> new Content.Unreadable("reading failed: " + message.replace(file + ": ", ""));
    };
  }
}
