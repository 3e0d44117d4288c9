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
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import kconfigls.vfs.VfsPath;

/**
 * The one place that writes files. A file is made or replaced as a whole or not at all: its new
 * contents are written beside it, to a new file with a name that nobody can guess, which then takes
 * its place.
 */
public final class DiskWriter {
  private static final Set<PosixFilePermission> WRITE =
      Set.of(
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE);
  private static final LinkOption NO_LINKS = LinkOption.NOFOLLOW_LINKS;

  private DiskWriter() {}

  /** Writes to a stream. */
  private interface Filling {
    void fill(OutputStream out) throws IOException;
  }

  /**
   * Writes what the user wants in a file of his choice, as UTF-8. A pipe or a device is written to
   * directly if it lies outside of the tree. A link is never followed, but for those that stand for
   * the process' own streams, such as {@code /dev/stdout}.
   *
   * @param tree whose links may not lead the file to another place
   * @throws IOException with a message that is a clause for people
   */
  public static void write(Path file, VfsPath tree, Consumer<PrintWriter> text) throws IOException {
    fill(file, tree, out -> print(out, text));
  }

  /** The same with bytes. */
  public static void write(Path file, VfsPath tree, byte[] bytes) throws IOException {
    fill(file, tree, out -> out.write(bytes));
  }

  private static void fill(Path file, VfsPath tree, Filling filling) throws IOException {
    try {
      if (isOwnStream(file)) {
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.APPEND)) {
          filling.fill(out);
        }
        return;
      }
      mustNotBeLed(file, tree);
      if (Files.exists(file, NO_LINKS) && !Files.isRegularFile(file, NO_LINKS)) {
        writeSpecial(file, tree, filling);
      } else if (Files.exists(file) && !Files.isWritable(file)) {
        throw new IOException("permission denied");
      } else {
        replace(file.toAbsolutePath(), filling, false);
      }
    } catch (UncheckedIOException e) {
      throw new IOException(reason(Objects.requireNonNull(e.getCause())), e);
    } catch (IOException e) {
      throw new IOException(reason(e), e);
    }
  }

  private static boolean isOwnStream(Path file) {
    String path = file.toAbsolutePath().normalize().toString();
    return path.matches("/dev/(stdout|stderr|fd/\\d+)|/proc/self/fd/\\d+");
  }

  /** Refuses a file whose path begins in the tree, and that a folder's link leads out of it. */
  private static void mustNotBeLed(Path file, VfsPath tree) throws IOException {
    AllowedFolders inside = new AllowedFolders(Set.of(tree));
    Path parent = file.toAbsolutePath().normalize().getParent();
    VfsPath folder = parent == null ? tree : vfs(parent);
    if (inside.isNamed(folder) && !inside.contain(folder)) {
      throw new IOException("a link leads it out of the tree");
    }
  }

  private static VfsPath vfs(Path file) {
    return VfsPath.of(file.toAbsolutePath().toString());
  }

  private static void writeSpecial(Path file, VfsPath tree, Filling filling) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException("it is a link: name the file that it leads to");
    }
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    if (new AllowedFolders(Set.of(tree)).contain(vfs(file))) {
      throw new IOException("it is no regular file");
    }
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE, NO_LINKS)) {
      filling.fill(out);
    }
  }

  /**
   * A file to write to bit by bit. What it held is gone; a link is not followed.
   *
   * @throws IOException if it cannot be written; {@link #reason} says why
   */
  public static PrintWriter open(Path file) throws IOException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException("it is a link: name the file that it leads to");
    }
    OpenOption[] options = {
      StandardOpenOption.WRITE,
      StandardOpenOption.CREATE,
      StandardOpenOption.TRUNCATE_EXISTING,
      NO_LINKS
    };
    return writer(Files.newOutputStream(file, options));
  }

  /**
   * A new file in a folder, with a name that nobody can guess, to write to bit by bit.
   *
   * @throws IOException if it cannot be made; {@link #reason} says why
   */
  public static PrintWriter openIn(Path folder, String prefix, String suffix) throws IOException {
    Path file = folder.resolve(prefix + UUID.randomUUID() + suffix);
    return writer(
        Files.newOutputStream(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
  }

  private static PrintWriter writer(OutputStream out) {
    return new PrintWriter(new BufferedOutputStream(out), false, StandardCharsets.UTF_8);
  }

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
   * @param tree that the file is of: a link may not lead out of it
   * @param before the bytes that it must still have
   */
  public static Optional<String> obstacle(VfsPath file, VfsPath tree, byte[] before) {
    try {
      Path real = real(file);
      if (isLedAway(file, tree)) {
        return Optional.of("a link leads out of its folder");
      }
      if (isReadOnly(real)) {
        return Optional.of("it is read-only");
      }
      Path folder = real.getParent();
      if (folder == null || !Files.isWritable(folder)) {
        return Optional.of("its folder is read-only");
      }
      RegularFiles.Content now = RegularFiles.read(real, Integer.MAX_VALUE);
      return now instanceof RegularFiles.Content.Bytes bytes && Arrays.equals(bytes.array(), before)
          ? Optional.empty()
          : Optional.of("it has changed meanwhile");
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
  }

  /** A link may lead to any place in the tree; a file outside of it may be no link elsewhere. */
  private static boolean isLedAway(VfsPath file, VfsPath tree) {
    VfsPath folder = file.parent();
    AllowedFolders inside = new AllowedFolders(Set.of(tree));
    return inside.isNamed(file)
        ? !inside.contain(file)
        : folder != null && !new AllowedFolders(Set.of(folder)).contain(file);
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
   * its old contents. A link stays, and the file that it leads to is replaced: see {@link
   * #obstacle}.
   *
   * @return why that failed, as a clause for people; empty for success
   */
  public static Optional<String> replace(VfsPath file, byte[] contents) {
    try {
      replace(real(file), out -> out.write(contents), true);
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(reason(e));
    }
  }

  private static void replace(Path file, Filling filling, boolean keepAttributes)
      throws IOException {
    Path temporary = file.resolveSibling(".kconfig-ls-" + UUID.randomUUID());
    try {
      try (OutputStream out =
          Files.newOutputStream(
              temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
        filling.fill(out);
      }
      if (keepAttributes) {
        keepAttributes(file, temporary);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
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

  private static void print(OutputStream file, Consumer<PrintWriter> text) {
    PrintWriter writer = writer(new Loud(file));
    text.accept(writer);
    writer.flush();
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

  private static Path real(VfsPath file) throws IOException {
    return Path.of(file.text()).toRealPath();
  }

  /** Why a file could not be written, as a clause for people. */
  public static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException missing -> "its folder does not exist";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException other when other.getReason() != null -> other.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }
}
