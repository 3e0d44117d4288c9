package kconfigls.ide.views;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.model.MenuLayout;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Item;
import kconfigls.vfs.VfsPath;

/** The menu of a project as a configuration program shows it: all that has a prompt. */
public final class MenuTree {
  /** The parent of what stands at the top. */
  public static final int TOP = -1;

  /**
   * Something in the menu.
   *
   * @param id its index, in the order of the menu
   * @param parent the id of what it is shown below, or {@link #TOP}
   * @param below the ids of what is shown below it
   */
  public record Entry(int id, MenuNode node, int parent, List<Integer> below) {}

  private final ProjectModel model;
  private final List<Entry> entries = new ArrayList<>();
  private final List<Integer> top = new ArrayList<>();
  private final Map<String, Integer> bySymbol = new HashMap<>();

  private MenuTree(ProjectModel model) {
    this.model = model;
  }

  public static MenuTree of(ProjectModel model) {
    MenuTree tree = new MenuTree(model);
    tree.add(MenuLayout.shown(model), TOP, tree.top);
    return tree;
  }

  private void add(List<MenuLayout.Shown> shown, int parent, List<Integer> ids) {
    for (MenuLayout.Shown one : shown) {
      MenuNode node = one.node();
      if (!isMenu(node) && node.prompt().isEmpty()) {
        continue;
      }
      List<Integer> below = new ArrayList<>(0);
      int id = entries.size();
      entries.add(new Entry(id, node, parent, Collections.unmodifiableList(below)));
      ids.add(id);
      if (node.symbol() != null) {
        bySymbol.putIfAbsent(node.symbol().name(), id);
      }
      add(one.below(), id, below);
    }
  }

  /** Menus and comments have their prompt in the statement itself. */
  private static boolean isMenu(MenuNode node) {
    return node.item() instanceof Item.Menu || node.item() instanceof Item.Comment;
  }

  public ProjectModel model() {
    return model;
  }

  /** All entries in the order of the menu. */
  public List<Entry> entries() {
    return Collections.unmodifiableList(entries);
  }

  /** What stands at the top. */
  public List<Entry> top() {
    return top.stream().map(entries::get).toList();
  }

  public List<Entry> below(Entry entry) {
    return entry.below().stream().map(entries::get).toList();
  }

  public Optional<Entry> entry(int id) {
    return id >= 0 && id < entries.size() ? Optional.of(entries.get(id)) : Optional.empty();
  }

  /** The first entry of a symbol with a prompt. */
  public Optional<Entry> entry(String symbol) {
    return Optional.ofNullable(bySymbol.get(symbol)).map(entries::get);
  }

  /** The innermost entry that an offset of a file stands in, in the file's first inclusion. */
  public Optional<Entry> at(Semantics semantics, VfsPath file, int offset) {
    Entry best = null;
    int length = Integer.MAX_VALUE;
    for (Entry entry : entries) {
      if (entry.node().file().file().equals(file)) {
        Place place = semantics.place(file, entry.node().item().key());
        if (place.range().touches(offset) && place.range().length() < length) {
          best = entry;
          length = place.range().length();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The entries that lead to one from the top, itself last. */
  public List<Entry> path(Entry entry) {
    List<Entry> path = new ArrayList<>();
    for (Entry at = entry; at != null; at = at.parent() == TOP ? null : entries.get(at.parent())) {
      path.addFirst(at);
    }
    return path;
  }
}
