package kconfigls.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that match a pattern, one folder level at a time. A folder that several links
 * lead to is looked into by a few of its paths only, so that links in circles come to an end.
 */
final class GlobFinder {
  /** By how many paths one folder is looked into on one level. */
  private static final int MOST_PATHS = 16;

  private GlobFinder() {}

  /** The files below a folder that match a pattern, sorted; empty if there are none. */
  static List<VfsPath> find(VfsPath folder, String pattern, AllowedFolders allowed) {
    Path start = Path.of(folder.text());
    return find(List.of(start), pattern.split("/"), Glob.Syntax.C, allowed);
  }

  /**
   * The files that match a pattern, sorted; empty if there are none. A pattern whose files would
   * lie outside of the folders is not looked for: it stands for itself, as a path that may not be
   * read.
   */
  static List<VfsPath> find(Glob pattern, AllowedFolders allowed) {
    if (!allowed.isNamed(pattern.folder())) {
      return List.of(pattern.folder().resolve(pattern.pattern()));
    }
    List<Path> start = List.of(Path.of(pattern.folder().text()));
    return find(start, pattern.pattern().split("/"), pattern.syntax(), allowed);
  }

  private static List<VfsPath> find(
      List<Path> start, String[] parts, Glob.Syntax syntax, AllowedFolders allowed) {
    List<Path> found = start;
    for (String part : parts) {
      if (!part.isEmpty()) {
        found = next(found, part, syntax, allowed);
      }
    }
    return found.stream()
        .filter(Files::isRegularFile)
        .map(path -> VfsPath.of(path.toString()))
        .sorted()
        .toList();
  }

  private static List<Path> next(
      List<Path> folders, String part, Glob.Syntax syntax, AllowedFolders allowed) {
    List<Path> found = new ArrayList<>();
    if (!Glob.isGlob(part)) {
      folders.stream()
          .map(folder -> folder.resolve(part))
          .filter(Files::exists)
          .forEach(found::add);
      return found;
    }
    Glob pattern = Glob.of(part, syntax);
    Map<Object, Integer> visits = new HashMap<>();
    for (Path folder : folders) {
      if (!allowed.contain(VfsPath.of(folder.toString()))) {
        continue;
      }
      Object key = key(folder);
      if (key == null || visits.merge(key, 1, Integer::sum) > MOST_PATHS) {
        continue;
      }
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .filter(entry -> pattern.matches(String.valueOf(entry.getFileName())))
            .sorted()
            .forEach(found::add);
      } catch (IOException | UncheckedIOException e) {
        continue;
      }
    }
    return found;
  }

  /** What is the same for all paths of one folder; null for what is no folder. */
  private static @Nullable Object key(Path path) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object key = attributes.fileKey();
      return attributes.isDirectory() ? (key == null ? path.toRealPath() : key) : null;
    } catch (IOException e) {
      return null;
    }
  }
}
