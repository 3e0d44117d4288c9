package kconfigls.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.analysis.CancelToken;
import kconfigls.analysis.Change;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.analysis.Workspace;
import kconfigls.io.ProjectFinder;
import kconfigls.io.WorkspaceLoader;
import kconfigls.model.MenuLayout;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Item;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * Prints, for {@code tests/trees/compare_menus.py}, the place of each entry of a tree's menu and
 * that of the entry which it is shown below. Its arguments are the tree and what its build sets.
 */
final class MenuParents {
  private final VfsPath tree;
  private final Semantics semantics;
  private final Map<MenuNode, MenuNode> parents;
  private final PrintWriter out;

  private MenuParents(VfsPath tree, Semantics semantics, ProjectModel model, PrintWriter out) {
    this.tree = tree;
    this.semantics = semantics;
    this.parents = MenuLayout.parents(model, model.menu().children());
    this.out = out;
  }

  public static void main(String[] args) {
    VfsPath tree = VfsPath.of(Path.of(args[0]).toAbsolutePath().toString());
    Map<String, String> environment = new HashMap<>();
    for (String arg : List.of(args).subList(1, args.length)) {
      environment.put(arg.substring(0, arg.indexOf('=')), arg.substring(arg.indexOf('=') + 1));
    }
    ProjectFinder.Tree found =
        ProjectFinder.find(tree, new ProjectFinder.Wishes(null, null, null, environment));
    PrintWriter errors = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Workspace workspace = new Workspace();
    workspace.apply(
        new Change.Projects(List.of(OneProject.withShells(found, errors).specs().getFirst())));
    new WorkspaceLoader(workspace, files -> {}).loadAll(CancelToken.NONE);
    ProjectModel model = workspace.snapshot().model(0);
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    new MenuParents(tree, new Semantics(workspace.snapshot()), model, out).walk(model.menu());
    out.flush();
  }

  private void walk(MenuNode node) {
    for (MenuNode child : node.children()) {
      if (!(child.item() instanceof Item.If)) {
        out.println(place(child) + " " + place(parents.get(child)));
      }
      walk(child);
    }
  }

  private String place(@Nullable MenuNode node) {
    if (node == null || node.parent() == null) {
      return "top";
    }
    Place place = semantics.place(node.file(), node.item().key());
    return place.file().relativeTo(tree) + ":" + semantics.line(place);
  }
}
