package kconfigls.rules;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
import org.jspecify.annotations.Nullable;

/** Finds what holds for an entry in every inclusion of its file, in every project. */
public final class PerEntry {
  /** Says what is wrong with one node; null if nothing is. */
  public interface Check<T> {
    @Nullable T check(ProjectModel model, MenuNode node);
  }

  private PerEntry() {}

  /** What the check says of entries that it finds at fault wherever they are included. */
  public static <T> Map<FileKey, T> always(CheckedProjects projects, Check<T> check) {
    Run<T> run = new Run<>(check);
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      projects.cancel().check();
      run.visit(model, model.menu());
    }
    run.found.keySet().removeIf(key -> !isSelected(projects, key));
    return run.found;
  }

  private static boolean isSelected(CheckedProjects projects, FileKey key) {
    return projects.selected().stream().anyMatch(model -> model.includes(key.file()));
  }

  /** One pass; projects share the items of a file, and most items are clean in the first. */
  private static final class Run<T> {
    private final Check<T> check;
    private final Map<FileKey, T> found = new LinkedHashMap<>();
    private final Set<Item> clean = Collections.newSetFromMap(new IdentityHashMap<>(1 << 14));

    Run(Check<T> check) {
      this.check = check;
    }

    void visit(ProjectModel model, MenuNode node) {
      if (!clean.contains(node.item())) {
        FileKey key = new FileKey(node.file().file(), node.item().key());
        T fault = check.check(model, node);
        if (fault == null) {
          clean.add(node.item());
          found.remove(key);
        } else {
          found.putIfAbsent(key, fault);
        }
      }
      for (MenuNode child : node.children()) {
        visit(model, child);
      }
    }
  }
}
