package kconfigls.io;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import kconfigls.io.git.WorkTreeFiles;
import kconfigls.usage.SourceLanguage;
import kconfigls.vfs.VfsPath;

/** Finds the sources of a tree: what git knows or would add, else all that no build has made. */
final class SourceFiles {
  /** The files that a tree may have; the rest of a larger one is not looked at. */
  private static final int MOST_FILES = 250_000;

  private SourceFiles() {}

  /** The paths below a folder whose names may be those of sources; links are left out later. */
  static List<VfsPath> find(VfsPath srctree) {
    return WorkTreeFiles.below(srctree, 4 * MOST_FILES)
        .filter(files -> !files.isEmpty())
        .orElseGet(() -> walk(srctree))
        .stream()
        .filter(path -> SourceLanguage.of(path) != SourceLanguage.NONE)
        .limit(MOST_FILES)
        .toList();
  }

  private static List<VfsPath> walk(VfsPath srctree) {
    Path root = Path.of(srctree.text());
    List<VfsPath> paths = new ArrayList<>();
    SimpleFileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skipped = !folder.equals(root) && (isHidden(folder) || isBuilt(folder));
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              paths.add(VfsPath.of(file.toString()));
            }
            // no tree, perhaps a whole disk
            return paths.size() < 4 * MOST_FILES
                ? FileVisitResult.CONTINUE
                : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        };
    try {
      Files.walkFileTree(root, visitor);
    } catch (IOException e) {
      return paths; // what was found until then
    }
    return paths;
  }

  private static boolean isHidden(Path folder) {
    return String.valueOf(folder.getFileName()).startsWith(".");
  }

  /** The output of a build: a folder of its own, or what Kbuild generates between the sources. */
  private static boolean isBuilt(Path folder) {
    return folder.endsWith("include/generated")
        || folder.endsWith("include/config")
        || Files.exists(folder.resolve("CMakeCache.txt"))
        || Files.exists(folder.resolve("include/generated/autoconf.h"));
  }
}
