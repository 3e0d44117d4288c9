package kconfigls.rules;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kconfigls.model.FileInstance;
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
    Run<T> run = new Run<>(projects, check);
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
    private final CheckedProjects projects;
    private final Check<T> check;
    private final Map<FileInstance, Boolean> alone = new IdentityHashMap<>();
    private final Map<FileKey, T> found = new LinkedHashMap<>();
    private final Set<Item> clean = Collections.newSetFromMap(new IdentityHashMap<>(1 << 14));

    Run(CheckedProjects projects, Check<T> check) {
      this.projects = projects;
      this.check = check;
    }

    void visit(ProjectModel model, MenuNode node) {
      if (!clean.contains(node.item())) {
        FileKey key = new FileKey(node.file().file(), node.item().key());
        T fault = check.check(model, node);
        if (fault == null) {
          if (!alone.computeIfAbsent(node.file(), file -> isAlone(model, file))) {
            clean.add(node.item());
            found.remove(key);
          }
        } else {
          found.putIfAbsent(key, fault);
        }
      }
      for (MenuNode child : node.children()) {
        visit(model, child);
      }
    }

    /** Whether a file is included once only: then each of its items is seen once. */
    private boolean isAlone(ProjectModel model, FileInstance file) {
      return projects.including(file.file()).size() == 1
          && model.instancesOf(file.file()).size() == 1;
    }
  }
}
