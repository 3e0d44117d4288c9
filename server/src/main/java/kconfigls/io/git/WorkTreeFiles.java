package kconfigls.io.git;

import java.io.File;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.vfs.VfsPath;

/** The files of a work tree: those that git tracks, and the others that it does not ignore. */
public final class WorkTreeFiles {
  /** About a minute; a real tree needs a thousandth of it. */
  private static final long MOST_STEPS = 10_000_000_000L;

  /** A folder that is still to be looked at; its path is empty or ends in a slash. */
  private record Folder(String path, IgnoreRules rules) {}

  private final Repository repository;
  private final int most;
  private final Set<String> tracked = new LinkedHashSet<>();
  private final Set<String> submodules = new HashSet<>();
  private final Set<String> trackedFolders = new HashSet<>();
  private final List<String> others = new ArrayList<>();
  private final Map<String, Boolean> real = new HashMap<>();
  private long steps;

  private WorkTreeFiles(Repository repository, List<Index.Entry> entries, int most) {
    this.repository = repository;
    this.most = most;
    for (Index.Entry entry : entries) {
      (entry.isSubmodule() ? submodules : tracked).add(entry.path());
      int slash = entry.path().lastIndexOf('/');
      while (slash > 0 && trackedFolders.add(entry.path().substring(0, slash))) {
        slash = entry.path().lastIndexOf('/', slash - 1);
      }
    }
  }

  /**
   * The files below a folder, links among them but none below a linked folder; what stands in the
   * index may be missing on disk.
   *
   * @param most of a larger tree the files that were found first
   * @return empty if the folder is in no work tree, or its index cannot be read
   */
  public static Optional<List<VfsPath>> below(VfsPath folder, int most) {
    Optional<Repository> repository = Repository.holding(folder);
    return repository
        .flatMap(Index::read)
        .map(entries -> new WorkTreeFiles(repository.get(), entries, most).below(folder));
  }

  private List<VfsPath> below(VfsPath folder) {
    VfsPath top = VfsPath.of(repository.workTree().toString());
    String start = folder.equals(top) ? "" : folder.relativeTo(top) + "/";
    enter(start).ifPresent(this::walk);
    List<VfsPath> found = new ArrayList<>();
    tracked.stream()
        .filter(path -> path.startsWith(start) && isReal(parent(path)))
        .forEach(path -> found.add(top.resolve(path)));
    others.forEach(path -> found.add(top.resolve(path)));
    return found.size() > most ? found.subList(0, most) : found;
  }

  /** The folder to begin with; empty if one of its parents, or it, is ignored. */
  private Optional<Folder> enter(String start) {
    IgnoreRules rules = IgnoreRules.of(repository).in(repository.workTree(), "");
    for (int at = start.indexOf('/'); at >= 0; at = start.indexOf('/', at + 1)) {
      if (rules.ignores(start.substring(0, at), true)) {
        return Optional.empty();
      }
      rules = rules.in(path(start.substring(0, at)), start.substring(0, at + 1));
    }
    return Optional.of(new Folder(start, rules));
  }

  private Path path(String inner) {
    return repository.workTree().resolve(inner);
  }

  private void walk(Folder start) {
    Deque<Folder> folders = new ArrayDeque<>(List.of(start));
    while (!folders.isEmpty() && others.size() < most && steps < MOST_STEPS) {
      Folder folder = folders.pop();
      String[] names = new File(path(folder.path()).toString()).list();
      if (names != null) {
        Arrays.sort(names);
        for (String name : names) {
          visit(folder, name).ifPresent(folders::push);
        }
      }
    }
  }

  /** Keeps a file that is to be kept; returns a folder that is to be looked at. */
  private Optional<Folder> visit(Folder parent, String name) {
    String inner = parent.path() + name;
    // a tracked file costs no look at the disk
    if (name.equals(".git") || tracked.contains(inner) || submodules.contains(inner)) {
      return Optional.empty();
    }
    BasicFileAttributes attributes = GitFiles.attributes(path(inner), LinkOption.NOFOLLOW_LINKS);
    steps += parent.rules().cost(inner);
    if (attributes == null || parent.rules().ignores(inner, attributes.isDirectory())) {
      return Optional.empty();
    }
    if (attributes.isDirectory()) {
      boolean isOther = !trackedFolders.contains(inner) && Repository.at(path(inner)).isPresent();
      String base = inner + "/";
      return isOther
          ? Optional.empty()
          : Optional.of(new Folder(base, parent.rules().in(path(inner), base)));
    }
    if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
      others.add(inner);
    }
    return Optional.empty();
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Whether no folder on the way is a link: behind one is another tree. */
  private boolean isReal(String folder) {
    Boolean known = folder.isEmpty() ? Boolean.TRUE : real.get(folder);
    if (known == null) {
      BasicFileAttributes attributes = GitFiles.attributes(path(folder), LinkOption.NOFOLLOW_LINKS);
      boolean link = attributes != null && attributes.isSymbolicLink();
      known = !link && isReal(parent(folder));
      real.put(folder, known);
    }
    return known;
  }
}
