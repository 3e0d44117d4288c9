package kconfigls.ide.support;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.model.FileInstance;
import kconfigls.model.MenuLayout;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** The statements of a file in the menu of the project in whose light it is shown. */
public final class FileMenu {
  private final Map<TextRange, MenuNode> nodes = new HashMap<>();
  private final Map<MenuNode, MenuNode> parents = new IdentityHashMap<>();

  private FileMenu() {}

  /** The menu of a file's first inclusion; empty for a file that no project includes. */
  public static FileMenu of(Semantics semantics, FileCell cell) {
    FileMenu menu = new FileMenu();
    semantics
        .projectOf(cell.path())
        .ifPresent(
            model -> {
              FileInstance instance = model.instancesOf(cell.path()).getFirst();
              menu.visit(model, model.menu(), instance, cell);
            });
    return menu;
  }

  private void visit(ProjectModel model, MenuNode node, FileInstance instance, FileCell cell) {
    List<MenuNode> run = run(node.children(), instance);
    if (run.isEmpty()) {
      node.children().forEach(child -> visit(model, child, instance, cell));
      return;
    }
    parents.putAll(MenuLayout.parents(model, run));
    run.forEach(top -> index(top, instance, cell));
  }

  /** From the first to the last of some neighbours that stand in the file. */
  private static List<MenuNode> run(List<MenuNode> neighbours, FileInstance instance) {
    List<Integer> own = new ArrayList<>();
    for (int i = 0; i < neighbours.size(); i++) {
      if (neighbours.get(i).file() == instance) {
        own.add(i);
      }
    }
    return own.isEmpty() ? List.of() : neighbours.subList(own.getFirst(), own.getLast() + 1);
  }

  private void index(MenuNode node, FileInstance instance, FileCell cell) {
    if (node.file() == instance) {
      nodes.put(cell.positions().range(node.item().key()), node);
    }
    node.children().forEach(child -> index(child, instance, cell));
  }

  /** The statement in the menu; null if it is not there. */
  public @Nullable MenuNode node(Statement statement) {
    return nodes.get(statement.range());
  }

  /** The statement of the same file that a statement is shown below; null at the file's top. */
  public @Nullable MenuNode parent(MenuNode node) {
    MenuNode above = parents.get(node);
    while (above != null && above.file() != node.file()) {
      above = parents.get(above);
    }
    return above;
  }
}
