package kconfigls.io.git;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

  private static final String OWN_FOLDER = ".git";

  /** A folder that is still to be looked at; its path is empty or ends in a slash. */
  private record Folder(String path, IgnoreRules above) {}

  private final Repository repository;
  private final int most;

  /** The names of the tracked files by their folders, which include those without files. */
  private final Map<String, Set<String>> tracked = new LinkedHashMap<>();

  private final Set<String> submodules = new HashSet<>();
  private final List<String> others = new ArrayList<>();

  /** Folders of which it is known that they are no links, nor in linked ones. */
  private final Set<String> real = new HashSet<>();

  private long steps;

  private WorkTreeFiles(Repository repository, List<Index.Entry> entries, int most) {
    this.repository = repository;
    this.most = most;
    String folder = "";
    Set<String> names = trackedIn(folder);
    for (Index.Entry entry : entries) {
      int name = entry.path().lastIndexOf('/') + 1;
      // most entries stand beside one another
      if (name != folder.length() || !entry.path().startsWith(folder)) {
        folder = entry.path().substring(0, name);
        names = trackedIn(folder);
      }
      if (entry.isSubmodule()) {
        submodules.add(entry.path());
      } else {
        names.add(entry.path().substring(name));
      }
    }
  }

  private Set<String> trackedIn(String folder) {
    Set<String> known = tracked.get(folder);
    if (known != null) {
      return known;
    }
    if (!folder.isEmpty()) {
      trackedIn(parent(folder));
    }
    Set<String> names = new LinkedHashSet<>();
    tracked.put(folder, names);
    return names;
  }

  /** The folder of a folder, both with a slash at their ends; empty for the top. */
  private static String parent(String folder) {
    return folder.substring(0, folder.lastIndexOf('/', folder.length() - 2) + 1);
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
    tracked.forEach(
        (inner, names) -> {
          if (inner.startsWith(start) && isReal(inner)) {
            String above = top.resolve(inner).text() + "/";
            names.forEach(name -> found.add(VfsPath.of(above + name)));
          }
        });
    others.stream().sorted().forEach(path -> found.add(top.resolve(path)));
    return found.size() > most ? found.subList(0, most) : found;
  }

  /** The folder to begin with; empty if one of its parents, or it, is ignored. */
  private Optional<Folder> enter(String start) {
    IgnoreRules rules = IgnoreRules.of(repository);
    for (int at = start.indexOf('/'); at >= 0; at = start.indexOf('/', at + 1)) {
      String inner = start.substring(0, at);
      String above = start.substring(0, inner.lastIndexOf('/') + 1);
      rules = rules.in(path(above), above);
      if (rules.ignores(inner, true)) {
        return Optional.empty();
      }
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
      String[] listed = new File(path(folder.path()).toString()).list();
      List<String> names = listed == null ? List.of() : Arrays.asList(listed);
      if (folder.equals(start) || !isOther(folder, names)) {
        look(folder, names, folders);
      }
    }
  }

  /** Whether it is the work tree of another repository, none of whose files are tracked here. */
  private boolean isOther(Folder folder, List<String> names) {
    return names.contains(OWN_FOLDER)
        && !tracked.containsKey(folder.path())
        && Repository.at(path(folder.path())).isPresent();
  }

  /** Keeps the files of a folder that are to be kept, and its folders for later. */
  private void look(Folder folder, List<String> names, Deque<Folder> folders) {
    IgnoreRules rules =
        names.contains(IgnoreRules.FILE)
            ? folder.above().in(path(folder.path()), folder.path())
            : folder.above();
    Set<String> known = tracked.getOrDefault(folder.path(), Set.of());
    for (String name : names) {
      // a tracked file costs no look at the disk
      if (!known.contains(name) && !name.equals(OWN_FOLDER)) {
        visit(folder.path() + name, rules, folders);
      }
    }
  }

  private void visit(String inner, IgnoreRules rules, Deque<Folder> folders) {
    BasicFileAttributes attributes = GitFiles.attributes(path(inner), LinkOption.NOFOLLOW_LINKS);
    steps += rules.cost(inner);
    if (attributes == null
        || submodules.contains(inner)
        || rules.ignores(inner, attributes.isDirectory())) {
      return;
    }
    if (attributes.isDirectory()) {
      folders.push(new Folder(inner + "/", rules));
      real.add(inner + "/");
    } else if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
      others.add(inner);
    }
  }

  /** Whether no folder on the way is a link: behind one is another tree. */
  private boolean isReal(String folder) {
    if (folder.isEmpty() || real.contains(folder)) {
      return true;
    }
    Path path = path(folder.substring(0, folder.length() - 1));
    boolean found = !Files.isSymbolicLink(path) && isReal(parent(folder));
    return found && real.add(folder);
  }
}
