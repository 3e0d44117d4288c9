package kconfigls.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Lazy;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.Dialect;
import kconfigls.expr.Budget;
import kconfigls.model.Loops;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Item;
import kconfigls.usage.SourceIndex;
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
  private final SourceIndex sources;
  private final Lazy<Set<String>> names;
  private final Corrections corrections;
  private final Lazy<Set<String>> choices;
  private final Lazy<Map<VfsPath, List<ProjectModel>>> including;
  private final Lazy<List<References.Undefined>> undefined;
  private final Lazy<List<Inclusions>> inclusions;
  private final Lazy<Forced> forced;
  private final Map<ProjectModel, Consequences> consequences;
  private final Lazy<Map<VfsPath, SymbolTypes>> types;
  private final Lazy<ValueFaults.Found> values;
  private final ProofBudget budget;
  private final Map<ProjectModel, Loops> loops;

  /** Projects of which nothing is known but what they include. */
  public CheckedProjects(Semantics semantics, List<ProjectModel> selected, CancelToken cancel) {
    this(semantics, selected, cancel, TreeFiles.NONE, SourceIndex.NONE);
  }

  /**
   * Projects with what else is in their tree.
   *
   * @param sources {@link SourceIndex#NONE} if nobody has read them
   */
  public CheckedProjects(
      Semantics semantics,
      List<ProjectModel> selected,
      CancelToken cancel,
      TreeFiles treeFiles,
      SourceIndex sources) {
    this.semantics = semantics;
    this.sources = sources;
    this.selected = List.copyOf(selected);
    this.cancel = cancel;
    this.treeFiles = treeFiles;
    this.names = Lazy.of(this::allNames);
    this.corrections = new Corrections(names);
    this.including = Lazy.of(this::allFiles);
    this.choices = Lazy.of(this::allChoices);
    this.undefined = Lazy.of(() -> References.undefined(this));
    this.inclusions = Lazy.of(() -> Inclusions.of(this));
    this.forced = Lazy.of(() -> Forced.of(inclusions.get()));
    this.types = Lazy.of(this::allTypes);
    this.values = Lazy.of(() -> ValueFaults.of(this));
    this.consequences = Collections.synchronizedMap(new IdentityHashMap<>());
    this.loops = Collections.synchronizedMap(new IdentityHashMap<>());
    this.budget = new ProofBudget();
  }

  private CheckedProjects(CheckedProjects same, ProofBudget budget) {
    this.semantics = same.semantics;
    this.selected = same.selected;
    this.cancel = same.cancel;
    this.treeFiles = same.treeFiles;
    this.sources = same.sources;
    this.names = same.names;
    this.corrections = same.corrections;
    this.choices = same.choices;
    this.including = same.including;
    this.undefined = same.undefined;
    this.inclusions = same.inclusions;
    this.forced = same.forced;
    this.consequences = same.consequences;
    this.types = same.types;
    this.values = same.values;
    this.loops = same.loops;
    this.budget = budget;
  }

  /** The same projects with a budget for proofs of their own: for one rule, on one thread. */
  CheckedProjects withOwnBudget() {
    return new CheckedProjects(this, new ProofBudget());
  }

  /** What may still be spent on proofs about a file's statements. */
  Budget budget(VfsPath file) {
    return budget.of(file);
  }

  private Set<String> allNames() {
    Set<String> all = new HashSet<>(1 << 15);
    for (ProjectModel model : semantics.snapshot().models()) {
      all.addAll(model.symbols().keySet());
      all.addAll(model.variants().keySet());
    }
    return all;
  }

  private Set<String> allChoices() {
    Set<String> all = new HashSet<>();
    for (Inclusions statement : inclusions()) {
      if (statement.node(0).item() instanceof Item.Choice choice && choice.name() != null) {
        all.add(choice.name());
      }
    }
    return all;
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

  private Map<VfsPath, SymbolTypes> allTypes() {
    Map<Set<Integer>, SymbolTypes> shared = new HashMap<>();
    List<ProjectModel> models = semantics.snapshot().models();
    Map<VfsPath, Set<Integer>> indices = new HashMap<>();
    for (int i = 0; i < models.size(); i++) {
      for (VfsPath file : models.get(i).fileSet()) {
        indices.computeIfAbsent(file, k -> new HashSet<>()).add(i);
      }
    }
    Map<VfsPath, SymbolTypes> all = new HashMap<>();
    indices.forEach(
        (file, in) ->
            all.put(
                file,
                shared.computeIfAbsent(
                    in, k -> new SymbolTypes(k.stream().sorted().map(models::get).toList()))));
    return all;
  }

  /** What the symbols are in the projects that include a file, which is one of theirs. */
  public SymbolTypes types(VfsPath file) {
    return Objects.requireNonNull(types.get().get(file), "a file of no project");
  }

  /** What is wrong with values that are one word or string, by file and position. */
  public List<ValueFault> valueFaults() {
    return values.get().faults();
  }

  /** The places of words that are numbers by the type of their symbol only, such as {@code 1F}. */
  Set<Place> numberWords() {
    return values.get().numberWords();
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

  /**
   * Where the sources of the tree use symbols; {@link SourceIndex#NONE} if nobody has read them.
   */
  public SourceIndex sources() {
    return sources;
  }

  /** Whether any project of the workspace defines a symbol, or does so for another target. */
  public boolean isDefinedAnywhere(String name) {
    return names.get().contains(name);
  }

  /** Whether a place holds just this text. */
  public boolean isWritten(Place place, String text) {
    return semantics
        .snapshot()
        .present(place.file())
        .filter(cell -> place.range().of(cell.source().text()).equals(text))
        .isPresent();
  }

  /** Fixes that put a name that is nearly the same in the place of one that nothing defines. */
  public List<Fix> corrections(Place place, String name) {
    return corrections.of(place, name);
  }

  /** Whether some project of the workspace has a choice of this name. */
  public boolean isChoice(String name) {
    return choices.get().contains(name);
  }

  /** The references that no project which includes their file defines. */
  List<References.Undefined> undefined() {
    return undefined.get();
  }

  /** The statements of all files with all their inclusions. */
  List<Inclusions> inclusions() {
    return inclusions.get();
  }

  /** Whether something in some project may set a symbol without regard to its dependencies. */
  public boolean isForced(String name) {
    return forced.get().contains(name);
  }

  /** Whether something in some project implies a symbol. */
  public boolean isImplied(String name) {
    return forced.get().isImplied(name);
  }

  /** What follows from a symbol's being set in a project. */
  Consequences consequences(ProjectModel model) {
    return consequences.computeIfAbsent(model, m -> new Consequences(this, m));
  }

  /** The loops of a project's dependencies. */
  public Loops loops(ProjectModel model) {
    return loops.computeIfAbsent(model, Loops::of);
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
