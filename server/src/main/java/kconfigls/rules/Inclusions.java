package kconfigls.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;

/** A statement of a file with all its nodes: one for each inclusion of the file in each project. */
final class Inclusions {
  private final FileKey key;
  private final List<ProjectModel> models = new ArrayList<>(1);
  private final List<MenuNode> nodes = new ArrayList<>(1);

  private Inclusions(FileKey key) {
    this.key = key;
  }

  /** The statements of all projects, in order of their first inclusion. */
  static List<Inclusions> of(CheckedProjects projects) {
    // not by the statement itself: a project that an edit does not touch keeps those of an older
    // text
    Map<FileKey, Inclusions> byKey = new HashMap<>(1 << 15);
    List<Inclusions> all = new ArrayList<>(1 << 14);
    for (ProjectModel model : projects.semantics().snapshot().models()) {
      projects.cancel().check();
      add(model, model.menu(), byKey, all);
    }
    return all;
  }

  private static void add(
      ProjectModel model, MenuNode node, Map<FileKey, Inclusions> byKey, List<Inclusions> all) {
    FileKey key = new FileKey(node.file().file(), node.item().key());
    Inclusions inclusions = byKey.get(key);
    if (inclusions == null) {
      inclusions = new Inclusions(key);
      byKey.put(key, inclusions);
      all.add(inclusions);
    }
    inclusions.models.add(model);
    inclusions.nodes.add(node);
    for (MenuNode child : node.children()) {
      add(model, child, byKey, all);
    }
  }

  FileKey key() {
    return key;
  }

  int size() {
    return nodes.size();
  }

  ProjectModel model(int index) {
    return models.get(index);
  }

  MenuNode node(int index) {
    return nodes.get(index);
  }
}
