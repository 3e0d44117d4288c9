package kconfigls.io;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** Writes a file as a whole or not at all: beside its place first, then moved there. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a text as UTF-8. What is no regular file, such as a pipe, is written to directly; a link
   * stays, and what it leads to is replaced.
   *
   * @throws IOException with a message that is a reason only
   */
  public static void write(Path file, Consumer<PrintWriter> text) throws IOException {
    try {
      if (Files.isDirectory(file)) {
        throw new IOException("it is a folder");
      }
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        fill(Files.newOutputStream(file), text);
      } else {
        replace(Files.exists(file) ? file.toRealPath() : file.toAbsolutePath(), text);
      }
    } catch (UncheckedIOException e) {
      throw new IOException(e.getCause() instanceof IOException cause ? reason(cause) : "", e);
    } catch (IOException e) {
      throw new IOException(reason(e), e);
    }
  }

  private static void replace(Path file, Consumer<PrintWriter> text) throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new IOException("permission denied");
    }
    String name = "." + file.getFileName() + "." + ProcessHandle.current().pid();
    Path temporary = file.resolveSibling(name);
    try {
      fill(Files.newOutputStream(temporary), text);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void fill(OutputStream file, Consumer<PrintWriter> text) throws IOException {
    try (OutputStream loud = new Loud(file);
        PrintWriter writer =
            new PrintWriter(new BufferedOutputStream(loud), false, StandardCharsets.UTF_8)) {
      text.accept(writer);
      writer.flush();
    }
  }

  /** Fails with an exception that a PrintWriter does not swallow. */
  private static final class Loud extends FilterOutputStream {
    Loud(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }
  }

  /** Why a file could not be written, for people. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "its folder does not exist";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
