package kconfigls.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kconfigls.io.DiskLoader;
import kconfigls.io.ProjectFinder;
import kconfigls.model.ProjectModel;
import kconfigls.usage.SourceLanguage;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** The paths that a user named. */
final class NamedPaths {
  private NamedPaths() {}

  /**
   * Refuses paths that are not there or cannot be read: pipes, devices, links that lead nowhere.
   *
   * @param option begins the message; empty for paths that stand alone
   */
  static void mustExist(String option, List<Path> paths) {
    for (Path path : paths) {
      DiskLoader.obstacle(path)
          .ifPresent(
              reason -> {
                throw new UsageException(option + path + " " + reason);
              });
    }
  }

  /** The path that a command looks at: the one that was named, else the current folder. */
  static VfsPath start(@Nullable Path named) {
    mustExist("", named == null ? List.of() : List.of(named));
    return TreeOptions.vfs(named == null ? Path.of("") : named);
  }

  /**
   * The files and folders to look at; empty for the whole tree, which one of the paths may be.
   *
   * @param kconfig those of the paths that are to be looked at
   */
  static List<VfsPath> scopes(ProjectFinder.Tree tree, List<Path> paths, List<Path> kconfig) {
    for (Path path : paths) {
      VfsPath scope = TreeOptions.vfs(path);
      boolean root = tree.specs().stream().anyMatch(project -> project.root().equals(scope));
      if (tree.srctree().isIn(scope) || root) {
        return List.of();
      }
    }
    return kconfig.stream().map(TreeOptions::vfs).toList();
  }

  /** Refuses paths of another tree than the one that is read. */
  static void mustBeOfOneTree(ProjectFinder.Tree tree, List<Path> paths) {
    for (Path path : paths) {
      VfsPath named = TreeOptions.vfs(path);
      if (named.isIn(tree.srctree()) || tree.srctree().isIn(named)) {
        continue;
      }
      ProjectFinder.Tree other = ProjectFinder.find(named, ProjectFinder.Wishes.NONE);
      if (!other.specs().isEmpty() && !other.srctree().equals(tree.srctree())) {
        throw new UsageException(
            path + " belongs to another tree than " + tree.srctree() + ": check each by itself");
      }
    }
  }

  /** The files that no project includes and whose names say that they are something else. */
  static List<Path> foreign(LoadedTree loaded, List<Path> paths) {
    return paths.stream()
        .filter(Files::isRegularFile)
        .filter(path -> !SourceLanguage.of(TreeOptions.vfs(path)).mayBeKconfig())
        .filter(path -> !loaded.includes(TreeOptions.vfs(path)))
        .toList();
  }

  /** Says of each file or folder that nothing in it belongs to a project, a line for each. */
  static List<String> notIncluded(LoadedTree loaded, List<VfsPath> scopes) {
    return scopes.stream()
        .filter(scope -> loaded.selected().stream().noneMatch(model -> holds(model, scope)))
        .map(
            scope ->
                scope.relativeTo(loaded.tree().srctree())
                    + ": no project includes this: what only the whole tree tells of it is left"
                    + " out")
        .toList();
  }

  private static boolean holds(ProjectModel model, VfsPath scope) {
    return model.includes(scope) || model.fileSet().stream().anyMatch(file -> file.isIn(scope));
  }
}
