package kconfigls.io;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import kconfigls.vfs.VfsPath;

/** Replaces the contents of files, each as a whole or not at all; links stay links. */
public final class DiskWriter {
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);

  private DiskWriter() {}

  /** Whether a file, or what it is a link to, lies in a folder. */
  public static boolean isIn(VfsPath file, VfsPath folder) {
    try {
      return real(file).startsWith(real(folder));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Why a file cannot be replaced, as a clause for people; empty if it can.
   *
   * @param before the bytes that it must still have
   */
  public static Optional<String> obstacle(VfsPath file, byte[] before) {
    try {
      Path real = real(file);
      if (isReadOnly(real)) {
        return Optional.of("it is read-only");
      }
      Path folder = real.getParent();
      if (folder == null || !Files.isWritable(folder)) {
        return Optional.of("its folder is read-only");
      }
      return Arrays.equals(Files.readAllBytes(real), before)
          ? Optional.empty()
          : Optional.of("it has changed meanwhile");
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
  }

  /** Also true for root, who may write what is marked as read-only. */
  private static boolean isReadOnly(Path file) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    boolean marked =
        view != null && view.readAttributes().permissions().stream().noneMatch(WRITE::contains);
    return marked || !Files.isWritable(file);
  }

  /**
   * Replaces the contents of a file, which keeps its permissions; whatever goes wrong, it then has
   * its old contents.
   *
   * @return why that failed, as a clause for people; empty for success
   */
  public static Optional<String> replace(VfsPath file, byte[] contents) {
    try {
      Path real = real(file);
      Path folder = real.getParent();
      if (folder == null) {
        return Optional.of("it is no file");
      }
      Path temporary = Files.createTempFile(folder, "." + real.getFileName(), ".tmp");
      try {
        Files.write(temporary, contents);
        keepAttributes(real, temporary);
        Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
  }

  private static void keepAttributes(Path from, Path to) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) {
      return;
    }
    PosixFileAttributes attributes = Files.readAttributes(from, PosixFileAttributes.class);
    PosixFileAttributes own = view.readAttributes();
    if (!own.owner().equals(attributes.owner())) {
      view.setOwner(attributes.owner());
    }
    if (!own.group().equals(attributes.group())) {
      view.setGroup(attributes.group());
    }
    view.setPermissions(attributes.permissions());
  }

  private static Path real(VfsPath file) throws IOException {
    return Path.of(file.text()).toRealPath();
  }

  private static String reason(IOException e) {
    if (e instanceof java.nio.file.NoSuchFileException) {
      return "it is not there any more";
    }
    if (e instanceof java.nio.file.AccessDeniedException) {
      return "permission denied";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : reason;
  }
}
