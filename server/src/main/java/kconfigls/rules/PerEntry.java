package kconfigls.rules;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
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
    Map<FileKey, T> found = new LinkedHashMap<>();
    Set<FileKey> clean = new HashSet<>();
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      projects.cancel().check();
      visit(model, model.menu(), check, found, clean);
    }
    found.keySet().removeIf(key -> !isSelected(projects, key));
    return found;
  }

  private static boolean isSelected(CheckedProjects projects, FileKey key) {
    return projects.selected().stream().anyMatch(model -> model.includes(key.file()));
  }

  private static <T> void visit(
      ProjectModel model,
      MenuNode node,
      Check<T> check,
      Map<FileKey, T> found,
      Set<FileKey> clean) {
    FileKey key = new FileKey(node.file().file(), node.item().key());
    if (!clean.contains(key)) {
      T fault = check.check(model, node);
      if (fault == null) {
        clean.add(key);
        found.remove(key);
      } else {
        found.putIfAbsent(key, fault);
      }
    }
    for (MenuNode child : node.children()) {
      visit(model, child, check, found, clean);
    }
  }
}
