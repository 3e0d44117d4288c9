package kconfigls.io;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
import kconfigls.vfs.VfsPath;

/** Gives a workspace the inputs that its projects miss, until they miss none. */
public final class WorkspaceLoader {
  /** Told after each round how many files are loaded. */
  public interface Listener {
    void loaded(int files);
  }

  private final Workspace workspace;
  private final Listener listener;

  public WorkspaceLoader(Workspace workspace, Listener listener) {
    this.workspace = workspace;
    this.listener = listener;
  }

  /** Loads until no project misses anything, or until cancelled. */
  public void loadAll(CancelToken cancel) {
    followLiteralPaths(cancel);
    while (!cancel.isCancelled()) {
      Snapshot snapshot = workspace.snapshot();
      Set<MissingInput> missing = new LinkedHashSet<>();
      snapshot.models().stream().map(ProjectModel::missing).forEach(missing::addAll);
      if (missing.isEmpty()) {
        return;
      }
      load(missing);
    }
  }

  private void load(Set<MissingInput> missing) {
    List<VfsPath> paths = new ArrayList<>();
    Map<String, List<VfsPath>> globs = new HashMap<>();
    for (MissingInput input : missing) {
      switch (input) {
        case MissingInput.File file -> paths.add(file.path());
        case MissingInput.Pattern pattern ->
            globs.put(pattern.glob(), GlobFinder.find(pattern.glob()));
      }
    }
    apply(read(paths), globs);
  }

  /** The files that match each of some patterns now. */
  public static Map<String, List<VfsPath>> find(Collection<String> patterns) {
    Map<String, List<VfsPath>> found = new HashMap<>();
    patterns.forEach(pattern -> found.put(pattern, GlobFinder.find(pattern)));
    return found;
  }

  /** What is on disk, read in parallel. */
  private static Map<VfsPath, FileState> read(List<VfsPath> paths) {
    Map<VfsPath, FileState> states = new ConcurrentHashMap<>();
    paths.parallelStream().forEach(path -> states.put(path, DiskLoader.load(path)));
    return states;
  }

  private Snapshot apply(Map<VfsPath, FileState> states, Map<String, List<VfsPath>> globs) {
    Snapshot next = workspace.apply(new Change.Files(states, globs));
    listener.loaded(next.cells().size());
    return next;
  }

  /**
   * Follows paths without macros from file to file, with no linking: that loads nearly everything
   * in a few parallel rounds. Whatever it cannot know the linker asks for later.
   */
  private void followLiteralPaths(CancelToken cancel) {
    Set<VfsPath> seen = new LinkedHashSet<>();
    Set<VfsPath> round = new LinkedHashSet<>();
    Map<VfsPath, ProjectSpec> trees = new HashMap<>();
    for (ProjectSpec spec : workspace.snapshot().specs()) {
      trees.putIfAbsent(spec.srctree(), spec);
      round.add(spec.root());
      round.addAll(Architectures.entryFiles(spec));
    }
    while (!round.isEmpty() && !cancel.isCancelled()) {
      seen.addAll(round);
      Snapshot before = workspace.snapshot();
      List<VfsPath> fresh = round.stream().filter(path -> before.cell(path).isEmpty()).toList();
      Snapshot snapshot = apply(read(fresh), Map.of());
      Set<VfsPath> next = ConcurrentHashMap.newKeySet();
      round.parallelStream()
          .flatMap(path -> snapshot.present(path).stream())
          .forEach(cell -> addSources(cell, trees, next));
      next.removeAll(seen);
      round = new LinkedHashSet<>(next);
    }
  }

  private static void addSources(
      FileCell cell, Map<VfsPath, ProjectSpec> trees, Set<VfsPath> next) {
    for (VfsPath srctree : trees.keySet()) {
      if (cell.path().isIn(srctree)) {
        addSources(cell.outlined().outline().items(), srctree, next);
      }
    }
  }

  private static void addSources(List<Item> items, VfsPath srctree, Set<VfsPath> next) {
    for (Item item : items) {
      switch (item) {
        case Item.Source source -> {
          boolean literal = source.path().indexOf('$') < 0 && source.path().indexOf('*') < 0;
          if (literal && source.keyword().equals("source")) {
            next.add(srctree.resolve(source.path()));
          }
        }
        case Item.Menu menu -> addSources(menu.items(), srctree, next);
        case Item.If block -> addSources(block.items(), srctree, next);
        case Item.Choice choice -> addSources(choice.items(), srctree, next);
        case Item.Entry entry -> {}
        case Item.Comment comment -> {}
        case Item.Assignment assignment -> {}
        case Item.MacroLine line -> {}
        case Item.MainMenu mainMenu -> {}
      }
    }
  }
}
