package kconfigls.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.FileInput;
import kconfigls.model.Inputs;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectSpec;
import kconfigls.model.Symbol;
import kconfigls.syntax.Reading;
import kconfigls.text.LineIndex;
import kconfigls.vfs.FileState;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** The workspace at one moment; it never changes, and what is asked of it is computed once. */
public final class Snapshot implements Inputs {
  private static final FileInput NOT_LOADED = new FileInput.NotLoaded();

  private final long generation;
  private final Map<VfsPath, FileCell> files;
  private final Map<VfsPath, FileCell> documents;
  private final Map<Glob, List<VfsPath>> globs;
  private final List<ProjectCell> projects;
  private final Lazy<List<ProjectModel>> models;
  private final Lazy<Map<VfsPath, Set<FileCell>>> trees;
  private final Lazy<Map<String, Symbol>> symbols;

  private Snapshot(
      long generation,
      Map<VfsPath, FileCell> files,
      Map<VfsPath, FileCell> documents,
      Map<Glob, List<VfsPath>> globs,
      List<ProjectSpec> specs,
      List<ProjectCell> older) {
    this.generation = generation;
    this.files = files;
    this.documents = documents;
    this.globs = globs;
    List<ProjectCell> cells = new ArrayList<>();
    for (ProjectSpec spec : specs) {
      ProjectModel candidate =
          older.stream()
              .filter(cell -> cell.spec().equals(spec))
              .findFirst()
              .map(ProjectCell::newest)
              .orElse(null);
      cells.add(new ProjectCell(spec, candidate, this));
    }
    this.projects = List.copyOf(cells);
    this.models = Lazy.of(this::link);
    this.trees = Lazy.of(this::findTrees);
    this.symbols = Lazy.of(this::findSymbols);
  }

  /** The same projects, which read none of the files and patterns that are left out. */
  private Snapshot(Snapshot same, Map<VfsPath, FileCell> files, Map<Glob, List<VfsPath>> globs) {
    this.generation = same.generation;
    this.files = files;
    this.documents = same.documents;
    this.globs = globs;
    this.projects = same.projects;
    this.models = same.models;
    // those of the other snapshot would keep its files
    this.trees = Lazy.of(this::findTrees);
    this.symbols = Lazy.of(this::findSymbols);
  }

  /** The same Kconfig files beside other documents. */
  private Snapshot(Snapshot same, Map<VfsPath, FileCell> documents) {
    this.generation = same.generation;
    this.files = same.files;
    this.documents = documents;
    this.globs = same.globs;
    this.projects = same.projects;
    this.models = same.models;
    this.trees = same.trees;
    this.symbols = same.symbols;
  }

  static Snapshot empty() {
    return new Snapshot(0, Map.of(), Map.of(), Map.of(), List.of(), List.of());
  }

  /** The next snapshot; nothing is parsed. */
  Snapshot apply(Change change) {
    return switch (change) {
      case Change.Files(var states, var changed) -> with(states, changed);
      case Change.Found(var states, var changed) -> with(notInEditor(states), changed);
      case Change.Unread(Snapshot linked) -> projects == linked.projects ? withoutUnread() : this;
      case Change.Projects changed -> with(changed.specs());
      case Change.Document(VfsPath path, DocumentKind kind, FileState.Present state) -> {
        Map<VfsPath, FileCell> next = new HashMap<>(documents);
        next.put(path, new FileCell(path, kind, state, Reading.C));
        yield new Snapshot(this, next);
      }
      case Change.Closed(VfsPath path) -> {
        Map<VfsPath, FileCell> next = new HashMap<>(documents);
        next.remove(path);
        yield new Snapshot(this, next);
      }
    };
  }

  private Snapshot with(List<ProjectSpec> specs) {
    Map<VfsPath, FileCell> next = new HashMap<>(files);
    if (readingOf(specs()) != readingOf(specs)) {
      next.replaceAll((path, cell) -> cell(path, cell.state(), specs));
    }
    Set<VfsPath> folders = folders(specs);
    boolean sameFolders = folders.equals(folders(specs()));
    if (!sameFolders) {
      next.values().removeIf(cell -> !cell.isOpenInEditor() && !isAllowed(cell, folders));
    }
    Map<Glob, List<VfsPath>> nextGlobs = sameFolders ? globs : Map.of();
    return new Snapshot(generation + 1, next, documents, nextGlobs, specs, projects);
  }

  /** Where files of projects may lie. */
  private static Set<VfsPath> folders(List<ProjectSpec> specs) {
    return specs.stream().flatMap(spec -> spec.folders().stream()).collect(Collectors.toSet());
  }

  /** Whether a file that was read may be, and one that might not be still may not. */
  private static boolean isAllowed(FileCell cell, Set<VfsPath> folders) {
    return !(cell.state() instanceof FileState.Outside)
        && folders.stream().anyMatch(cell.path()::isIn);
  }

  private Snapshot with(Map<VfsPath, FileState> states, Map<Glob, List<VfsPath>> changedGlobs) {
    Map<VfsPath, FileCell> next = new HashMap<>(files);
    states.forEach((path, state) -> next.put(path, cell(path, state, specs())));
    Map<Glob, List<VfsPath>> nextGlobs = globs;
    if (!changedGlobs.isEmpty()) {
      nextGlobs = new HashMap<>(globs);
      nextGlobs.putAll(changedGlobs);
    }
    return new Snapshot(generation + 1, next, documents, nextGlobs, specs(), projects);
  }

  private Snapshot withoutUnread() {
    Map<VfsPath, FileCell> keptFiles = new HashMap<>(files);
    keptFiles.values().removeIf(cell -> !cell.isOpenInEditor() && !isRead(cell.path()));
    Map<Glob, List<VfsPath>> keptGlobs = new HashMap<>(globs);
    keptGlobs.keySet().removeIf(this::isUnread);
    boolean same = keptFiles.size() == files.size() && keptGlobs.size() == globs.size();
    return same ? this : new Snapshot(this, keptFiles, keptGlobs);
  }

  private boolean isRead(VfsPath file) {
    return models().stream().anyMatch(model -> model.files().containsKey(file));
  }

  private boolean isUnread(Glob pattern) {
    return models().stream().noneMatch(model -> model.globs().containsKey(pattern));
  }

  private Map<VfsPath, FileState> notInEditor(Map<VfsPath, FileState> states) {
    Map<VfsPath, FileState> found = new HashMap<>(states);
    found.keySet().removeIf(path -> cell(path).filter(FileCell::isOpenInEditor).isPresent());
    return found;
  }

  private static FileCell cell(VfsPath path, FileState state, List<ProjectSpec> specs) {
    return new FileCell(path, state, readingOf(specs));
  }

  /** The one thing in which a file's text depends on the project: all must agree on it. */
  private static Reading readingOf(List<ProjectSpec> specs) {
    boolean python =
        !specs.isEmpty()
            && specs.stream().allMatch(spec -> reading(spec.dialect()) == Reading.PYTHON);
    return python ? Reading.PYTHON : Reading.C;
  }

  /** How the program of a dialect reads lines. */
  public static Reading reading(Dialect dialect) {
    return dialect.has(Feature.LINES_AS_PYTHON) ? Reading.PYTHON : Reading.C;
  }

  /** How the program of the projects reads lines, as for the parser. */
  public Reading reading() {
    return readingOf(specs());
  }

  /** Counts the changes of Kconfig files and projects so far. */
  public long generation() {
    return generation;
  }

  public List<ProjectSpec> specs() {
    return projects.stream().map(ProjectCell::spec).toList();
  }

  /** The models of all projects, linked now if they were not. */
  public List<ProjectModel> models() {
    return models.get();
  }

  private List<ProjectModel> link() {
    return projects.parallelStream().map(ProjectCell::model).toList();
  }

  /** The files of all projects of a tree, by its root folder; empty for a folder that is none. */
  public Set<FileCell> tree(VfsPath srctree) {
    return trees.get().getOrDefault(srctree, Set.of());
  }

  private Map<VfsPath, Set<FileCell>> findTrees() {
    Map<VfsPath, Set<FileCell>> found = new HashMap<>();
    for (ProjectModel model : models()) {
      Set<FileCell> cells =
          found.computeIfAbsent(model.spec().srctree(), k -> new LinkedHashSet<>());
      model.fileSet().forEach(file -> cell(file).filter(FileCell::isPresent).ifPresent(cells::add));
    }
    return found;
  }

  /** The symbols of all projects by name, each as the first project that has it sees it. */
  public Map<String, Symbol> symbols() {
    return symbols.get();
  }

  private Map<String, Symbol> findSymbols() {
    Map<String, Symbol> found = new LinkedHashMap<>();
    models().forEach(model -> model.symbols().forEach(found::putIfAbsent));
    return Collections.unmodifiableMap(found);
  }

  /** The model of the project at an index of {@link #specs}. */
  public ProjectModel model(int index) {
    return projects.get(index).model();
  }

  public Optional<FileCell> cell(VfsPath path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The cell of a file that is there, or of a document that an editor holds. */
  public Optional<FileCell> present(VfsPath path) {
    return document(path).or(() -> cell(path).filter(FileCell::isPresent));
  }

  /** A document that an editor holds and that is no Kconfig file. */
  public Optional<FileCell> document(VfsPath path) {
    return Optional.ofNullable(documents.get(path));
  }

  /** All such documents. */
  public Collection<FileCell> documents() {
    return Collections.unmodifiableCollection(documents.values());
  }

  /** The Kconfig files, and what was looked for as such. */
  public Collection<FileCell> cells() {
    return Collections.unmodifiableCollection(files.values());
  }

  /** The patterns that were asked for so far. */
  public Collection<Glob> globs() {
    return Collections.unmodifiableCollection(globs.keySet());
  }

  @Override
  public FileInput file(VfsPath path) {
    FileCell cell = files.get(path);
    return cell == null ? NOT_LOADED : cell.input();
  }

  @Override
  public int line(VfsPath file, int key) {
    return cell(file).filter(FileCell::isPresent).map(cell -> line(cell, key)).orElse(0);
  }

  private static int line(FileCell cell, int key) {
    LineIndex lines = cell.source().lines();
    int line = lines.lineOf(cell.positions().range(key).start());
    String text = cell.source().text();
    boolean goesOn = text.substring(lines.start(line), lines.end(line)).endsWith("\\");
    return goesOn ? 0 : line + 1;
  }

  @Override
  public Optional<List<VfsPath>> glob(Glob pattern) {
    return Optional.ofNullable(globs.get(pattern));
  }
}
