package kconfigls.ide.support;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.model.FileInstance;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.ExpandedReference;
import kconfigls.model.Symbol;
import kconfigls.outline.Reference;
import kconfigls.text.TextRange;
import kconfigls.vfs.VfsPath;

/** The places of Kconfig files that name a symbol, a choice, a macro or a file. */
public final class Occurrences {
  /**
   * A place that names something.
   *
   * @param definition whether the name is defined there
   */
  public record Occurrence(Place place, boolean definition) {}

  private final Semantics semantics;
  private final Map<Place, Boolean> found = new TreeMap<>();

  private Occurrences(Semantics semantics) {
    this.semantics = semantics;
  }

  /** Everywhere that the thing at an offset is named, in the trees that the file belongs to. */
  public static List<Occurrence> at(Semantics semantics, FileCell cell, int offset) {
    return in(semantics, cell, offset, files(semantics, cell));
  }

  /** The same, in the file itself only. */
  public static List<Occurrence> inFile(Semantics semantics, FileCell cell, int offset) {
    return in(semantics, cell, offset, List.of(cell)).stream()
        .filter(occurrence -> occurrence.place().file().equals(cell.path()))
        .toList();
  }

  private static List<Occurrence> in(
      Semantics semantics, FileCell cell, int offset, Collection<FileCell> files) {
    Occurrences occurrences = new Occurrences(semantics);
    switch (Cursors.at(semantics, cell, offset)) {
      case Cursor.SymbolName symbol -> occurrences.symbol(symbol.name(), files);
      case Cursor.Macro macro -> occurrences.macro(macro.name(), files);
      case Cursor.Path path -> occurrences.path(cell, path.range(), files);
      case Cursor.Word word -> {
        // a keyword
      }
      case Cursor.Nothing nothing -> {
        // nothing that has a name
      }
    }
    return occurrences.found.entrySet().stream()
        .map(entry -> new Occurrence(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** The files of all projects of the trees that include a file; of no project, the file alone. */
  public static Collection<FileCell> files(Semantics semantics, FileCell cell) {
    Set<VfsPath> trees = new HashSet<>();
    semantics.projectsOf(cell.path()).forEach(model -> trees.add(model.spec().srctree()));
    if (trees.size() == 1) {
      return semantics.snapshot().tree(trees.iterator().next());
    }
    Set<FileCell> cells = new HashSet<>(Set.of(cell));
    trees.forEach(tree -> cells.addAll(semantics.snapshot().tree(tree)));
    return cells;
  }

  private void symbol(String name, Collection<FileCell> files) {
    Set<VfsPath> paths = new HashSet<>();
    for (FileCell file : files) {
      paths.add(file.path());
      if (!file.names().holds(name)) {
        continue;
      }
      for (Reference reference : file.outlined().outline().references()) {
        if (reference.name().equals(name)) {
          add(file, reference.key(), false);
        }
      }
      for (int key : KconfigNames.definitions(file.outlined().outline().items(), name)) {
        add(file, key, true);
      }
    }
    for (ProjectModel model : semantics.snapshot().models()) {
      made(model, name, paths);
    }
  }

  private void add(FileCell file, int key, boolean definition) {
    found.put(new Place(file.path(), file.positions().range(key)), definition);
  }

  /** Names that macros made. */
  private void made(ProjectModel model, String name, Set<VfsPath> paths) {
    for (ExpandedReference reference : model.expandedReferences()) {
      if (reference.name().equals(name) && paths.contains(reference.instance().file())) {
        found.putIfAbsent(semantics.place(reference.instance(), reference.key()), false);
      }
    }
    Symbol symbol = model.symbol(name);
    if (symbol != null) {
      for (MenuNode node : symbol.nodes()) {
        if (paths.contains(node.file().file())) {
          found.put(semantics.name(node), true);
        }
      }
    }
  }

  /** Most files do not have the text at all, and need no tree. */
  private void macro(String name, Collection<FileCell> files) {
    for (Macros.Assigned assigned : Macros.of(semantics, name)) {
      VfsPath path = assigned.place().file();
      if (files.stream().anyMatch(file -> file.path().equals(path))) {
        // an assignment begins with its name
        int start = assigned.place().range().start();
        found.put(new Place(path, new TextRange(start, start + name.length())), true);
      }
    }
    String opening = "$(" + name;
    for (FileCell file : files) {
      String text = file.source().text();
      for (int at = text.indexOf(opening); at >= 0; at = text.indexOf(opening, at + 1)) {
        if (Cursors.at(file.tree(), at + 2) instanceof Cursor.Macro macro
            && macro.name().equals(name)) {
          found.putIfAbsent(new Place(file.path(), macro.range()), false);
        }
      }
    }
  }

  /** All statements that include the same files. */
  private void path(FileCell cell, TextRange path, Collection<FileCell> files) {
    Set<VfsPath> targets = new HashSet<>();
    for (SourceTargets.Target target : SourceTargets.of(semantics, cell)) {
      if (target.path().touches(path.start())) {
        targets.add(target.file());
      }
    }
    Set<VfsPath> paths = new HashSet<>();
    files.forEach(file -> paths.add(file.path()));
    for (ProjectModel model : semantics.snapshot().models()) {
      for (VfsPath target : targets) {
        for (FileInstance instance : model.instancesOf(target)) {
          FileInstance includer = instance.includer();
          if (includer != null && paths.contains(includer.file())) {
            found.put(semantics.place(includer, instance.sourceKey()), false);
          }
        }
      }
    }
  }
}
