package kconfigls.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/**
 * The folders in which a tree's own files may name others: the tree itself, and what the user and
 * the dialect's layout name. Links count as what they lead to. Where links lead is remembered, so
 * an instance is for one task.
 */
public final class AllowedFolders {
  /** Everything may be read: for what the user names. */
  public static final AllowedFolders ANYWHERE = new AllowedFolders(List.of(VfsPath.of("/")));

  private static final String OUTSIDE =
      "it lies outside of the tree; --env NAME=FOLDER or the setting 'env' allows a folder";
  private static final String LINK = "it is a link that leads out of the tree";

  /** Between the folders in a variable, such as those of modules. */
  private static final Pattern SEPARATOR = Pattern.compile("[\\s;]+|:(?=[/.])");

  private final List<VfsPath> folders;
  private final List<Path> real = new ArrayList<>();
  private final Map<Path, Optional<Path>> realFolders = new ConcurrentHashMap<>();

  /** These folders, whether they are there or not. */
  public AllowedFolders(Collection<VfsPath> folders) {
    Set<VfsPath> all = new LinkedHashSet<>(folders);
    for (VfsPath folder : folders) {
      real(folder.text())
          .ifPresent(
              path -> {
                real.add(path);
                all.add(VfsPath.of(path.toString()));
              });
    }
    this.folders = List.copyOf(all);
  }

  /** Those of all of some projects. */
  public static AllowedFolders of(Collection<ProjectSpec> projects) {
    return new AllowedFolders(
        projects.stream().flatMap(project -> project.folders().stream()).distinct().toList());
  }

  /**
   * Those of some projects, and what variables name.
   *
   * @param srctree where relative paths start
   */
  public static AllowedFolders of(
      Collection<ProjectSpec> projects, Map<String, String> environment, VfsPath srctree) {
    Set<VfsPath> folders = new LinkedHashSet<>(named(environment, srctree));
    folders.add(srctree);
    projects.forEach(project -> folders.addAll(project.folders()));
    return new AllowedFolders(folders);
  }

  /**
   * The folders that variables name. A variable may name a file, whose folder counts, or several
   * paths.
   *
   * @param srctree where relative paths start
   */
  public static List<VfsPath> named(Map<String, String> environment, VfsPath srctree) {
    Set<VfsPath> named = new LinkedHashSet<>();
    for (String value : environment.values()) {
      boolean single = real(srctree.resolve(value).text()).isPresent();
      for (String path : single ? List.of(value) : SEPARATOR.splitAsStream(value).toList()) {
        if ((path.contains("/") || path.equals("..")) && path.indexOf('\0') < 0) {
          named.addAll(around(srctree.resolve(path)));
        }
      }
    }
    return List.copyOf(named);
  }

  /** The folders, each as it is named and as its links lead. */
  List<VfsPath> folders() {
    return folders;
  }

  /** What naming a path allows: a folder itself, or the folders of a file and of what it links. */
  public static Set<VfsPath> around(VfsPath path) {
    VfsPath parent = path.parent();
    if (parent == null || !new DiskTreeView().isFile(path)) {
      return Set.of(path);
    }
    Set<VfsPath> folders = new LinkedHashSet<>(Set.of(parent));
    real(path.text())
        .flatMap(file -> Optional.ofNullable(file.getParent()))
        .ifPresent(folder -> folders.add(VfsPath.of(folder.toString())));
    return folders;
  }

  /** What stands at a path; it is not even looked for outside of the folders. */
  public FileState load(VfsPath path) {
    if (!isNamed(path)) {
      return new FileState.Outside(OUTSIDE);
    }
    return isReal(path) ? DiskLoader.load(path) : new FileState.Outside(LINK);
  }

  /** Whether a file or folder, and what it is a link to, lies in one of the folders. */
  public boolean contain(VfsPath path) {
    return isNamed(path) && isReal(path);
  }

  /** Whether a path begins like one of the folders; nothing is asked of the disk. */
  boolean isNamed(VfsPath path) {
    return folders.stream().anyMatch(path::isIn);
  }

  /** What is not there, or a link that leads nowhere, lies where it is named. */
  private boolean isReal(VfsPath path) {
    try {
      Path file = Path.of(path.text());
      Path folder = file.getParent();
      Optional<Path> realFolder =
          folder == null
              ? Optional.empty()
              : realFolders.computeIfAbsent(folder, key -> real(key.toString()));
      if (realFolder.isEmpty()) {
        return real(path.text()).map(this::isIn).orElse(true);
      }
      Path plain = realFolder.get().resolve(file.getFileName());
      return isIn(Files.isSymbolicLink(plain) ? real(path.text()).orElse(plain) : plain);
    } catch (InvalidPathException e) {
      return true;
    }
  }

  private boolean isIn(Path path) {
    return real.stream().anyMatch(path::startsWith);
  }

  private static Optional<Path> real(String path) {
    try {
      return Optional.of(Path.of(path).toRealPath());
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }
}
