package kconfigls.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Snapshot;
import kconfigls.analysis.Workspace;
import kconfigls.model.MissingInput;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.outline.Item;
import kconfigls.vfs.FileState;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** Gives a workspace the inputs that its projects miss, until they miss none. */
public final class WorkspaceLoader {
  /** Told after each round how many files are loaded. */
  public interface Listener {
    void loaded(int files);
  }

  /** No path is longer on Linux. */
  private static final int MOST_CHARACTERS = 4096;

  private final Workspace workspace;
  private final Listener listener;

  public WorkspaceLoader(Workspace workspace, Listener listener) {
    this.workspace = workspace;
    this.listener = listener;
  }

  /** Loads until no project misses anything, or until cancelled. */
  public void loadAll(CancelToken cancel) {
    while (!cancel.isCancelled()) {
      Snapshot snapshot = workspace.snapshot();
      Set<MissingInput> missing = new LinkedHashSet<>();
      snapshot.models().stream().map(ProjectModel::missing).forEach(missing::addAll);
      if (missing.isEmpty()) {
        return;
      }
      load(missing, cancel);
    }
  }

  private void load(Set<MissingInput> missing, CancelToken cancel) {
    Set<VfsPath> paths = new LinkedHashSet<>();
    List<Glob> patterns = new ArrayList<>();
    for (MissingInput input : missing) {
      switch (input) {
        case MissingInput.File file -> paths.add(file.path());
        case MissingInput.Pattern pattern -> patterns.add(pattern.glob());
      }
    }
    AllowedFolders allowed = AllowedFolders.of(workspace.snapshot().specs());
    Map<Glob, List<VfsPath>> globs = find(patterns, allowed);
    globs.values().forEach(paths::addAll);
    Snapshot before = workspace.snapshot();
    paths.removeIf(path -> before.cell(path).isPresent());
    followLiteralPaths(paths, globs, allowed, cancel);
  }

  private static Map<Glob, List<VfsPath>> find(Collection<Glob> patterns, AllowedFolders allowed) {
    Map<Glob, List<VfsPath>> found = new HashMap<>();
    patterns.forEach(pattern -> found.put(pattern, GlobFinder.find(pattern, allowed)));
    return found;
  }

  /** What is on disk, read in parallel. */
  private static Map<VfsPath, FileState> read(Collection<VfsPath> paths, AllowedFolders allowed) {
    Map<VfsPath, FileState> states = new ConcurrentHashMap<>();
    paths.parallelStream().forEach(path -> states.put(path, allowed.load(path)));
    return states;
  }

  private Snapshot apply(Map<VfsPath, FileState> states, Map<Glob, List<VfsPath>> globs) {
    Snapshot next = workspace.apply(new Change.Found(states, globs));
    listener.loaded(next.cells().size());
    return next;
  }

  /**
   * Loads files, and follows paths without macros, other than the environment's, from them to
   * others that are not loaded, with no linking: that loads nearly all of a tree in a few parallel
   * rounds. Whatever it cannot know the linker asks for later.
   *
   * @param globs patterns with the files that match them
   */
  private void followLiteralPaths(
      Set<VfsPath> paths,
      Map<Glob, List<VfsPath>> globs,
      AllowedFolders allowed,
      CancelToken cancel) {
    List<ProjectSpec> specs = workspace.snapshot().specs();
    Snapshot snapshot = apply(read(paths, allowed), globs);
    Set<VfsPath> round = paths;
    while (!round.isEmpty() && !cancel.isCancelled()) {
      Snapshot known = snapshot;
      Set<VfsPath> next = ConcurrentHashMap.newKeySet();
      round.parallelStream()
          .flatMap(path -> known.present(path).stream())
          .forEach(cell -> addSources(cell, specs, next));
      next.removeIf(path -> known.cell(path).isPresent());
      round = next;
      if (!round.isEmpty()) {
        snapshot = apply(read(round, allowed), Map.of());
      }
    }
  }

  /**
   * Reads known files again that stand at changed paths, in them or above them, and looks again
   * which files match the known patterns. A file that is not known is not read: if a project needs
   * it now, {@link #loadAll} finds that out.
   */
  public void reload(Collection<VfsPath> changed) {
    Snapshot snapshot = workspace.snapshot();
    Set<VfsPath> at = Set.copyOf(changed);
    Set<VfsPath> above = new HashSet<>();
    changed.forEach(path -> withFolders(path).forEach(above::add));
    List<VfsPath> touched =
        snapshot.cells().stream()
            .filter(cell -> !cell.isOpenInEditor())
            .map(FileCell::path)
            .filter(path -> above.contains(path) || withFolders(path).anyMatch(at::contains))
            .toList();
    AllowedFolders allowed = AllowedFolders.of(snapshot.specs());
    apply(read(touched, allowed), find(snapshot.globs(), allowed));
  }

  /** A path and the folders that it lies in. */
  private static Stream<VfsPath> withFolders(VfsPath path) {
    return Stream.iterate(path, Objects::nonNull, VfsPath::parent);
  }

  private static void addSources(FileCell cell, List<ProjectSpec> specs, Set<VfsPath> next) {
    Set<String> paths = new LinkedHashSet<>();
    addSources(cell.outlined().outline().items(), paths);
    for (String path : paths) {
      boolean literal = path.indexOf('$') < 0;
      for (ProjectSpec spec : specs) {
        if (cell.path().isIn(spec.srctree())) {
          String expanded = literal ? path : expanded(path, spec.environment());
          if (expanded.indexOf('$') < 0) {
            next.add(spec.srctree().resolve(expanded));
          }
          if (literal) {
            break;
          }
        }
      }
    }
  }

  /** The path with variables of the environment; what else it holds stays for the linker. */
  private static String expanded(String path, Map<String, String> environment) {
    String expanded = path;
    for (Map.Entry<String, String> entry : environment.entrySet()) {
      if (expanded.length() > MOST_CHARACTERS || entry.getValue().length() > MOST_CHARACTERS) {
        return path; // no file has such a path
      }
      expanded = expanded.replace("$(" + entry.getKey() + ")", entry.getValue());
    }
    return expanded;
  }

  private static void addSources(List<Item> items, Set<String> paths) {
    for (Item item : items) {
      switch (item) {
        case Item.Source source -> {
          if (source.path().indexOf('*') < 0 && source.keyword().equals("source")) {
            paths.add(source.path());
          }
        }
        case Item.Menu menu -> addSources(menu.items(), paths);
        case Item.If block -> addSources(block.items(), paths);
        case Item.Choice choice -> addSources(choice.items(), paths);
        case Item.Entry entry -> {}
        case Item.Comment comment -> {}
        case Item.Assignment assignment -> {}
        case Item.MacroLine line -> {}
        case Item.MainMenu mainMenu -> {}
      }
    }
  }
}
