package kconfigls.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.model.ProjectModel;
import kconfigls.vfs.VfsPath;

/** Offers the folders and files that are known below the folder being written. */
final class PathItems {
  private PathItems() {}

  /**
   * The next parts of paths.
   *
   * @param keyword tells where the path starts
   * @param written the path so far
   */
  static List<Item> of(Semantics semantics, FileCell cell, String keyword, String written) {
    Optional<ProjectModel> model = semantics.projectOf(cell.path());
    VfsPath own = cell.path().parent();
    VfsPath base =
        keyword.endsWith("rsource") ? own : model.map(m -> m.spec().srctree()).orElse(own);
    if (base == null) {
      return List.of();
    }
    int slash = written.lastIndexOf('/');
    VfsPath folder = slash < 0 ? base : base.resolve(written.substring(0, slash));
    Set<String> folders = new TreeSet<>();
    Set<String> files = new TreeSet<>();
    for (FileCell known : semantics.snapshot().cells()) {
      if (known.isPresent() && known.path().isIn(folder) && !known.path().equals(cell.path())) {
        String rest = known.path().relativeTo(folder);
        int end = rest.indexOf('/');
        (end < 0 ? files : folders).add(end < 0 ? rest : rest.substring(0, end));
      }
    }
    List<Item> items = new ArrayList<>();
    files.forEach(name -> items.add(Item.of(name, Kind.FILE, "file", 0)));
    folders.forEach(name -> items.add(new Item(name, Kind.FOLDER, "folder", name + "/", 1)));
    return items;
  }
}
