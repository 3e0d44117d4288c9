package kconfigls.rules;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Semantics;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect;
import kconfigls.model.ProjectModel;
import kconfigls.syntax.ConfigTree;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigStack;
import kconfigls.vfs.VfsPath;

/** Finds the projects that configuration files are for. */
public final class ConfigProjects {
  private ConfigProjects() {}

  /**
   * The files in the light of each project that they are for: that of their place or header, else
   * all that are reported on.
   *
   * @param isWhole whether what the files do not say is left to the defaults
   * @param srctree what paths are relative to
   * @param selected the projects that are reported on
   */
  public static List<CheckedConfig> checked(
      ConfigStack stack,
      boolean isWhole,
      Dialect dialect,
      VfsPath srctree,
      Semantics semantics,
      List<ProjectModel> selected) {
    Dialect own =
        stack.files().stream()
            .map(file -> ConfigFiles.dialect(file.name(), dialect))
            .findFirst()
            .orElse(dialect);
    // symbols with another prefix are those of another tree
    List<ProjectModel> models =
        own.prefix().equals(dialect.prefix())
            ? models(stack, dialect, srctree, semantics, selected)
            : List.of();
    if (models.isEmpty()) {
      return List.of(new CheckedConfig(stack, own, isWhole, semantics, null));
    }
    return models.stream()
        .map(m -> new CheckedConfig(stack, m.spec().dialect(), isWhole, semantics, m))
        .toList();
  }

  private static List<ProjectModel> models(
      ConfigStack stack,
      Dialect dialect,
      VfsPath srctree,
      Semantics semantics,
      List<ProjectModel> selected) {
    Optional<String> architecture =
        stack.files().stream().flatMap(f -> architecture(f, dialect, srctree).stream()).findFirst();
    List<ProjectModel> complete =
        selected.stream().filter(model -> !model.spec().isFragment()).toList();
    if (architecture.isEmpty()) {
      return complete;
    }
    List<ProjectModel> own = of(architecture.get(), complete);
    return own.isEmpty() ? of(architecture.get(), semantics.snapshot().models()) : own;
  }

  private static Optional<String> architecture(ConfigFile file, Dialect dialect, VfsPath srctree) {
    String path = srctree.resolve(file.name()).relativeTo(srctree);
    ConfigTree tree = file.tree();
    return ConfigFiles.architecture(path, tree.source().text(), dialect);
  }

  private static List<ProjectModel> of(String architecture, List<ProjectModel> models) {
    return models.stream()
        .filter(model -> model.spec().isFor(architecture))
        .findFirst()
        .map(List::of)
        .orElse(List.of());
  }
}
