package kconfigls.io.git;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what new files were called before: each may have the content, or at least half of it, of
 * one file that a commit has and the work tree does not have any more.
 */
final class Renames {
  /** More entries of trees are not looked at. */
  private static final int MOST_ENTRIES = 1_000_000;

  /** Of more files that are gone only those with the name of a new one are compared by content. */
  private static final int MOST_GONE = 500;

  /** More new files are compared by name and exact content only. */
  private static final int MOST_NEW = 200;

  private final Path workTree;
  private final ObjectStore store;
  private final Trees trees;

  Renames(Repository repository, ObjectStore store, Trees trees) {
    this.workTree = repository.workTree();
    this.store = store;
    this.trees = trees;
  }

  /** A file of the commit that is gone. */
  private record Gone(String path, ObjectId id) {
    String name() {
      return Renames.name(path);
    }
  }

  /** A new file that may have been another one. */
  private record Pair(String path, Gone gone, double similarity) {
    /** The best first; of equal ones a pair with the same name. */
    static final Comparator<Pair> ORDER =
        Comparator.comparingDouble(Pair::similarity)
            .reversed()
            .thenComparing(pair -> !name(pair.path).equals(pair.gone.name()))
            .thenComparing(Pair::path)
            .thenComparing(pair -> pair.gone.path());
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * The former content of files, by path.
   *
   * @param root the tree of the commit
   * @param files the new files with their content
   * @return without those that were not renamed
   */
  Map<String, byte[]> find(ObjectId root, Map<String, byte[]> files) {
    if (files.isEmpty()) {
      return Map.of();
    }
    List<Gone> gone = gone(root);
    Map<String, byte[]> found = new HashMap<>();
    Set<Gone> used = new HashSet<>();
    take(exact(files, gone), found, used);
    Map<String, byte[]> left = new HashMap<>(files);
    left.keySet().removeAll(found.keySet());
    gone.removeAll(used);
    take(similar(left, gone), found, used);
    return found;
  }

  /** Each file has one former name at most, and each name belongs to one file. */
  private void take(List<Pair> pairs, Map<String, byte[]> found, Set<Gone> used) {
    pairs.stream()
        .sorted(Pair.ORDER)
        .filter(pair -> !found.containsKey(pair.path()) && !used.contains(pair.gone()))
        .toList()
        .forEach(
            pair -> {
              if (!found.containsKey(pair.path()) && used.add(pair.gone())) {
                content(pair.gone().id()).ifPresent(c -> found.put(pair.path(), c));
              }
            });
  }

  private static List<Pair> exactPairs(String path, List<Gone> same) {
    return same.stream().map(gone -> new Pair(path, gone, 1)).toList();
  }

  private List<Pair> exact(Map<String, byte[]> files, List<Gone> gone) {
    Map<ObjectId, List<Gone>> byId = new HashMap<>();
    gone.forEach(each -> byId.computeIfAbsent(each.id(), id -> new ArrayList<>()).add(each));
    List<Pair> pairs = new ArrayList<>();
    files.forEach(
        (path, content) -> {
          ObjectId id = store.format().blobId(content);
          pairs.addAll(exactPairs(path, byId.getOrDefault(id, List.of())));
        });
    return pairs;
  }

  private List<Pair> similar(Map<String, byte[]> files, List<Gone> gone) {
    Set<String> names = new HashSet<>();
    files.keySet().forEach(path -> names.add(name(path)));
    boolean many = gone.size() > MOST_GONE || files.size() > MOST_NEW;
    Map<String, Similarity> news = new HashMap<>();
    files.forEach((path, content) -> news.put(path, new Similarity(content)));
    List<Pair> pairs = new ArrayList<>();
    gone.stream()
        .filter(each -> !many || names.contains(each.name()))
        .limit(MOST_GONE)
        .forEach(each -> addSimilar(each, news, many, pairs));
    return pairs;
  }

  private void addSimilar(
      Gone gone, Map<String, Similarity> news, boolean sameName, List<Pair> pairs) {
    Optional<Similarity> old = content(gone.id()).map(Similarity::new);
    if (old.isPresent()) {
      news.forEach(
          (path, similarity) -> {
            double value =
                sameName && !name(path).equals(gone.name()) ? 0 : similarity.to(old.get());
            if (value > 0) {
              pairs.add(new Pair(path, gone, value));
            }
          });
    }
  }

  /** The content of a file in the commit; empty if it is too large to be compared. */
  private Optional<byte[]> content(ObjectId id) {
    try {
      return store.read(id, GitObject.Type.BLOB);
    } catch (Budget.TooLargeException e) {
      return Optional.empty();
    }
  }

  /** A folder of the commit. */
  private record Folder(String path, ObjectId tree) {}

  private List<Gone> gone(ObjectId root) {
    List<Gone> gone = new ArrayList<>();
    Deque<Folder> folders = new ArrayDeque<>(List.of(new Folder("", root)));
    int seen = 0;
    while (!folders.isEmpty() && seen < MOST_ENTRIES) {
      Folder folder = folders.pop();
      String[] names = new File(workTree.resolve(folder.path()).toString()).list();
      Set<String> here = names == null ? Set.of() : Set.of(names);
      for (Trees.Entry entry : trees.entries(folder.tree())) {
        seen++;
        String path = folder.path() + entry.name();
        if (entry.kind() == Trees.Kind.FOLDER) {
          folders.push(new Folder(path + "/", entry.id()));
        } else if (entry.kind() == Trees.Kind.FILE && !here.contains(entry.name())) {
          gone.add(new Gone(path, entry.id()));
        }
      }
    }
    return gone;
  }
}
