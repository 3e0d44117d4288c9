package kconfigls.lsp;

import kconfigls.ide.views.MenuSearch;
import kconfigls.ide.views.MenuTree;
import kconfigls.model.ProjectModel;
import org.jspecify.annotations.Nullable;

/** The menu of the project that was looked at last. */
final class Menus {
  private @Nullable MenuTree tree;
  private @Nullable MenuSearch search;

  /** The menu of a project, made now unless it was. */
  synchronized MenuTree of(ProjectModel model) {
    MenuTree known = tree;
    if (known == null || known.model() != model) {
      known = MenuTree.of(model);
      tree = known;
      search = null;
    }
    return known;
  }

  synchronized MenuSearch search(ProjectModel model) {
    MenuTree current = of(model);
    MenuSearch known = search;
    if (known == null) {
      known = new MenuSearch(current);
      search = known;
    }
    return known;
  }

  /** A menu of another model takes no room. */
  synchronized void forgetOthers(Iterable<ProjectModel> models) {
    for (ProjectModel model : models) {
      if (tree != null && tree.model() == model) {
        return;
      }
    }
    tree = null;
    search = null;
  }
}
