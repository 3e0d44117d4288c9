package kconfigls.io.git;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import kconfigls.vfs.VfsPath;

/**
 * A repository with a work tree. Only a {@code .git} makes one: a folder that looks like a bare
 * repository may be a part of somebody's tree.
 *
 * @param workTree the folder that holds the {@code .git}
 * @param gitDir what belongs to this work tree alone: HEAD and the index
 * @param commonDir what all work trees share: objects, refs, configuration
 */
public record Repository(Path workTree, Path gitDir, Path commonDir) {
  private static final String DOT_GIT = ".git";
  private static final String GIT_FILE = "gitdir:";

  /** The top folder of the work tree that holds a path; empty if there is none. */
  public static Optional<VfsPath> top(VfsPath path) {
    return holding(path).map(repository -> VfsPath.of(repository.workTree.toString()));
  }

  /** The repository whose work tree holds a path. */
  static Optional<Repository> holding(VfsPath path) {
    for (VfsPath folder = path; folder != null; folder = folder.parent()) {
      Optional<Repository> found = at(Path.of(folder.text()));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** The repository whose work tree begins at a folder. */
  static Optional<Repository> at(Path folder) {
    Path dotGit = folder.resolve(DOT_GIT);
    Optional<Path> gitDir =
        Files.isDirectory(dotGit) ? Optional.of(dotGit) : gitFile(folder, dotGit);
    return gitDir
        .map(dir -> new Repository(folder, dir, commonDir(dir)))
        .filter(Repository::isComplete);
  }

  /** What the {@code .git} file of a submodule or of a further work tree names. */
  private static Optional<Path> gitFile(Path folder, Path file) {
    return GitFiles.line(file)
        .filter(line -> line.startsWith(GIT_FILE))
        .flatMap(line -> GitFiles.resolve(folder, line.substring(GIT_FILE.length()).strip()));
  }

  private static Path commonDir(Path gitDir) {
    return GitFiles.line(gitDir.resolve("commondir"))
        .flatMap(line -> GitFiles.resolve(gitDir, line))
        .orElse(gitDir);
  }

  private boolean isComplete() {
    boolean head =
        GitFiles.line(gitDir.resolve("HEAD"))
            .filter(line -> line.startsWith("ref:") || ObjectId.isHex(line))
            .isPresent();
    return head
        && Files.isDirectory(commonDir.resolve("objects"))
        && Files.isDirectory(commonDir.resolve("refs"));
  }

  GitConfig config() {
    return GitConfig.read(commonDir.resolve("config"));
  }

  /**
   * The format of its objects.
   *
   * @throws GitException if it is none that is known
   */
  ObjectFormat format() {
    String name = config().value("extensions.objectformat").orElse("sha1");
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "sha1" -> ObjectFormat.SHA1;
      case "sha256" -> ObjectFormat.SHA256;
      default -> throw new GitException("the object format of " + gitDir + " is not supported");
    };
  }
}
