package kconfigls.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Lazy;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Dialect;
import kconfigls.model.DependencyGraph;
import kconfigls.model.DependencyGraph.Edge;
import kconfigls.model.Loops;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Item;
import kconfigls.vfs.TreeFiles;
import kconfigls.vfs.VfsPath;

/**
 * The projects of a workspace as a rule sees them: all of them are there to look things up, and the
 * selected ones are to be reported on.
 */
public final class CheckedProjects {
  private final Semantics semantics;
  private final List<ProjectModel> selected;
  private final CancelToken cancel;
  private final TreeFiles treeFiles;
  private final Lazy<Set<String>> names;
  private final Lazy<Set<String>> choices;
  private final Lazy<Map<VfsPath, List<ProjectModel>>> including;
  private final Lazy<List<References.Undefined>> undefined;
  private final Map<ProjectModel, List<List<Edge>>> loops =
      Collections.synchronizedMap(new IdentityHashMap<>());

  /** Projects of which nothing is known but what they include. */
  public CheckedProjects(Semantics semantics, List<ProjectModel> selected, CancelToken cancel) {
    this(semantics, selected, cancel, TreeFiles.NONE);
  }

  public CheckedProjects(
      Semantics semantics, List<ProjectModel> selected, CancelToken cancel, TreeFiles treeFiles) {
    this.semantics = semantics;
    this.selected = List.copyOf(selected);
    this.cancel = cancel;
    this.treeFiles = treeFiles;
    this.names = Lazy.of(this::allNames);
    this.including = Lazy.of(this::allFiles);
    this.choices = Lazy.of(this::allChoices);
    this.undefined = Lazy.of(() -> References.undefined(this));
  }

  private Set<String> allNames() {
    Set<String> all = new HashSet<>(1 << 15);
    semantics.snapshot().models().forEach(model -> all.addAll(model.symbols().keySet()));
    return all;
  }

  private Set<String> allChoices() {
    Set<String> all = new HashSet<>();
    semantics.snapshot().models().forEach(model -> addChoices(model.menu(), all));
    return all;
  }

  private static void addChoices(MenuNode node, Set<String> names) {
    if (node.item() instanceof Item.Choice choice && choice.name() != null) {
      names.add(choice.name());
    }
    node.children().forEach(child -> addChoices(child, names));
  }

  private Map<VfsPath, List<ProjectModel>> allFiles() {
    Map<VfsPath, List<ProjectModel>> all = new HashMap<>();
    for (ProjectModel model : semantics.snapshot().models()) {
      for (VfsPath file : model.fileSet()) {
        all.computeIfAbsent(file, k -> new ArrayList<>(1)).add(model);
      }
    }
    return all;
  }

  public Semantics semantics() {
    return semantics;
  }

  public List<ProjectModel> selected() {
    return selected;
  }

  public CancelToken cancel() {
    return cancel;
  }

  /** What lies in the tree beside the files of the projects; nothing where that is not known. */
  public TreeFiles treeFiles() {
    return treeFiles;
  }

  /** Whether any project of the workspace defines a symbol. */
  public boolean isDefinedAnywhere(String name) {
    return names.get().contains(name);
  }

  /** Whether some project of the workspace has a choice of this name. */
  public boolean isChoice(String name) {
    return choices.get().contains(name);
  }

  /** The references that no project which includes their file defines. */
  List<References.Undefined> undefined() {
    return undefined.get();
  }

  /** The loops of a project's dependencies. */
  public List<List<Edge>> loops(ProjectModel model) {
    return loops.computeIfAbsent(model, m -> Loops.of(DependencyGraph.of(m)));
  }

  /** All projects that include a file, selected or not. */
  public List<ProjectModel> including(VfsPath file) {
    return including.get().getOrDefault(file, List.of());
  }

  /** The dialect of a file: that of the first project that includes it. */
  public Dialect dialect(VfsPath file) {
    List<ProjectModel> models = including(file);
    return (models.isEmpty() ? selected : models).getFirst().spec().dialect();
  }

  /** The files of the selected projects, each once. */
  public Set<VfsPath> files() {
    Set<VfsPath> files = new LinkedHashSet<>();
    selected.forEach(model -> files.addAll(model.fileSet()));
    return files;
  }

  /** The names of the selected projects that include a file. */
  public List<String> projectNames(VfsPath file) {
    return selected.stream()
        .filter(model -> model.includes(file))
        .map(model -> model.spec().name())
        .toList();
  }
}
