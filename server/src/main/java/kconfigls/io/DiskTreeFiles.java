package kconfigls.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kconfigls.text.SourceText;
import kconfigls.vfs.FileState;
import kconfigls.vfs.TreeFiles;
import kconfigls.vfs.VfsPath;

/** What lies in a folder on disk; links are not followed. */
public final class DiskTreeFiles implements TreeFiles {
  private final Path root;
  private final AllowedFolders allowed;

  public DiskTreeFiles(VfsPath root) {
    this.root = Path.of(root.text());
    this.allowed = new AllowedFolders(List.of(root));
  }

  @Override
  public List<VfsPath> named(Predicate<String> name) {
    List<VfsPath> found = new ArrayList<>();
    try {
      Files.walkFileTree(root, new Finder(name, found));
    } catch (IOException e) {
      return List.of();
    }
    return found.stream().sorted().toList();
  }

  /** Collects regular files; a folder that cannot be read holds none. */
  private final class Finder extends SimpleFileVisitor<Path> {
    private final Predicate<String> name;
    private final List<VfsPath> found;

    Finder(Predicate<String> name, List<VfsPath> found) {
      this.name = name;
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean hidden = !folder.equals(root) && nameOf(folder).startsWith(".");
      return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && name.test(nameOf(file))) {
        found.add(VfsPath.of(file.toString()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  @Override
  public Optional<SourceText> text(VfsPath file) {
    return allowed.load(file) instanceof FileState.Present present
        ? Optional.of(present.source())
        : Optional.empty();
  }
}
