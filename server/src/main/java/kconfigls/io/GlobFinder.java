package kconfigls.io;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** Finds the files that match a pattern, one folder level at a time. */
final class GlobFinder {
  private GlobFinder() {}

  /**
   * The matching files, sorted; empty if there are none. A pattern whose files would lie outside of
   * the folders is not looked for: it stands for itself, as a path that may not be read.
   */
  static List<VfsPath> find(String pattern, AllowedFolders allowed) {
    if (!allowed.isNamed(literalFolder(pattern))) {
      return List.of(VfsPath.of(pattern));
    }
    String[] parts = pattern.split("/");
    List<Path> found = List.of(Path.of(parts[0] + "/"));
    for (int i = 1; i < parts.length; i++) {
      found = next(found, parts[i], allowed);
    }
    return found.stream()
        .filter(Files::isRegularFile)
        .map(path -> VfsPath.of(path.toString()))
        .sorted()
        .toList();
  }

  /** The folder below which all files that match a pattern lie. */
  private static VfsPath literalFolder(String pattern) {
    VfsPath folder = VfsPath.of("/");
    for (String part : pattern.split("/")) {
      if (Glob.isGlob(part)) {
        break;
      }
      folder = part.isEmpty() ? folder : folder.resolve(part);
    }
    return folder;
  }

  private static List<Path> next(List<Path> folders, String part, AllowedFolders allowed) {
    List<Path> found = new ArrayList<>();
    if (!Glob.isGlob(part)) {
      folders.stream()
          .map(folder -> folder.resolve(part))
          .filter(Files::exists)
          .forEach(found::add);
      return found;
    }
    Pattern pattern = Glob.pattern(part);
    for (Path folder : folders) {
      if (!allowed.contain(VfsPath.of(folder.toString()))) {
        continue;
      }
      try (Stream<Path> entries = Files.list(folder)) {
        entries
            .filter(entry -> pattern.matcher(String.valueOf(entry.getFileName())).matches())
            .forEach(found::add);
      } catch (IOException | UncheckedIOException e) {
        continue;
      }
    }
    return found;
  }
}
