package kconfigls.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Snapshot;
import kconfigls.analysis.Workspace;
import kconfigls.io.ProjectFinder;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.FileState;
import kconfigls.vfs.VfsPath;

/**
 * A tree with everything loaded.
 *
 * @param selected the projects to report on
 */
record LoadedTree(
    ProjectFinder.Tree tree, Workspace workspace, Snapshot snapshot, List<ProjectModel> selected) {

  /**
   * Loads a tree.
   *
   * @param architectures of the tree; may hold {@code all} or be empty
   * @throws UsageException if a root file cannot be read: nothing is known of that project
   */
  static LoadedTree load(ProjectFinder.Tree tree, List<String> architectures, Progress progress) {
    List<ProjectSpec> specs = new ArrayList<>(tree.specs());
    Set<String> wanted = new HashSet<>(architectures);
    boolean all = wanted.isEmpty() || wanted.contains("all");
    for (String name : architectures) {
      if (!name.equals("all")) {
        addSpec(specs, name);
      }
    }
    Workspace workspace = new Workspace();
    workspace.apply(new Change.Projects(specs));
    new WorkspaceLoader(workspace, progress::loaded).loadAll(CancelToken.NONE);
    Snapshot snapshot = workspace.snapshot();
    specs.forEach(spec -> mustBeRead(snapshot, spec.root()));
    List<ProjectModel> selected = new ArrayList<>();
    for (int i = 0; i < specs.size(); i++) {
      if (all || wanted.contains(specs.get(i).name())) {
        selected.add(snapshot.model(i));
      }
    }
    return new LoadedTree(tree, workspace, snapshot, selected);
  }

  private static void mustBeRead(Snapshot snapshot, VfsPath root) {
    Optional<FileState> state = snapshot.cell(root).map(FileCell::state);
    String reason =
        switch (state.orElse(new FileState.Absent())) {
          case FileState.Present present -> "";
          case FileState.Absent absent -> " does not exist";
          case FileState.Folder folder -> " is a folder, not a root file";
          case FileState.Unreadable unreadable -> " cannot be read: " + unreadable.reason();
          case FileState.Outside outside -> " is not read: " + outside.reason();
        };
    if (!reason.isEmpty()) {
      throw new UsageException(root + reason);
    }
  }

  /** The same projects after a change of files, with what they then include. */
  LoadedTree with(Map<VfsPath, FileState> states) {
    List<ProjectSpec> specs = selected.stream().map(ProjectModel::spec).toList();
    workspace.apply(new Change.Files(states, Map.of()));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    Snapshot next = workspace.snapshot();
    List<ProjectModel> models =
        next.models().stream().filter(model -> specs.contains(model.spec())).toList();
    return new LoadedTree(tree, workspace, next, models);
  }

  private static void addSpec(List<ProjectSpec> specs, String name) {
    if (specs.stream().noneMatch(spec -> spec.name().equals(name))) {
      String folder = ProjectFinder.sourceFolder(name);
      ProjectSpec base =
          specs.stream().filter(spec -> spec.name().equals(folder)).findFirst().orElseThrow();
      specs.add(ProjectFinder.renamed(base, name));
    }
  }

  /** Whether one of the projects to report on includes a file. */
  boolean includes(VfsPath file) {
    return selected.stream().anyMatch(model -> model.includes(file));
  }

  Semantics semantics() {
    return new Semantics(snapshot);
  }
}
