package kconfigls.io.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/** What has changed in a work tree since a revision. */
public final class GitChanges {
  private GitChanges() {}

  /**
   * The lines of files that differ from a revision; a file that it does not have is new as a whole,
   * and a file that was renamed is compared with what it was. A link is compared as the file that
   * it leads to.
   *
   * @param folder in the work tree
   * @param files those that matter; files outside of the work tree, or in a submodule, are not in
   *     the result
   * @throws GitException if there is no such revision, no repository, or an object is missing
   */
  public static Map<VfsPath, ChangedLines> since(
      String revision, VfsPath folder, Collection<VfsPath> files) {
    Repository repository =
        Repository.holding(folder)
            .orElseThrow(() -> new GitException(folder + " is in no git repository"));
    try (ObjectStore store = new ObjectStore(repository)) {
      Revisions revisions = new Revisions(repository, store);
      ObjectId tree = revisions.tree(revisions.commit(revision));
      return changes(repository, store, tree, files);
    }
  }

  private static Map<VfsPath, ChangedLines> changes(
      Repository repository, ObjectStore store, ObjectId tree, Collection<VfsPath> files) {
    Trees trees = new Trees(store);
    Map<VfsPath, ChangedLines> changes = new HashMap<>();
    Map<String, byte[]> news = new HashMap<>();
    Map<VfsPath, String> newPaths = new HashMap<>();
    for (VfsPath file : files) {
      Optional<String> path = path(repository, file);
      Optional<byte[]> now =
          path.flatMap(p -> GitFiles.read(repository.workTree().resolve(p), FileState.MOST));
      if (now.isPresent()) {
        Optional<Trees.Entry> then = trees.find(tree, path.get());
        if (then.isEmpty() || then.get().kind() == Trees.Kind.FOLDER) {
          news.put(path.get(), now.get());
          newPaths.put(file, path.get());
        } else if (then.get().kind() != Trees.Kind.COMMIT) {
          byte[] before = store.read(then.get().id(), GitObject.Type.BLOB).orElse(null);
          changes.put(file, lines(before, now.get()));
        }
      }
    }
    Map<String, byte[]> former = new Renames(repository, store, trees).find(tree, news);
    Map<String, ChangedLines> ofNews = new HashMap<>();
    news.forEach((path, now) -> ofNews.put(path, lines(former.get(path), now)));
    newPaths.forEach(
        (file, path) -> changes.put(file, ofNews.getOrDefault(path, ChangedLines.ALL)));
    return changes;
  }

  private static ChangedLines lines(byte @Nullable [] before, byte[] now) {
    return before == null ? ChangedLines.ALL : ChangedLines.between(before, now);
  }

  /** Where a file really is in the work tree; empty if it is not there. */
  private static Optional<String> path(Repository repository, VfsPath file) {
    try {
      Path real = Path.of(file.text()).toRealPath();
      VfsPath top = VfsPath.of(repository.workTree().toRealPath().toString());
      VfsPath path = VfsPath.of(real.toString());
      return path.isIn(top) ? Optional.of(path.relativeTo(top)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
