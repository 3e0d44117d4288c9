package kconfigls.io;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kconfigls.dialect.ConfigFiles;
import kconfigls.dialect.Dialect.ArchitectureLayout;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.VfsPath;

/** Finds configuration files where the trees of the dialects have them. */
public final class ConfigurationFinder {
  private static final List<String> PLACES =
      List.of(".config", "sdkconfig", "sdkconfig.*", "prj*.conf", "*.config", "configs/*");

  private ConfigurationFinder() {}

  /** Those that are for a project, the tree's own result first. */
  public static List<VfsPath> find(ProjectSpec spec) {
    List<String> places = new ArrayList<>(PLACES);
    ArchitectureLayout layout = spec.dialect().architectures();
    if (layout != null) {
      String folder = spec.environment().getOrDefault("SRCARCH", spec.name());
      places.add(layout.folder() + "/" + folder + "/configs/*");
    }
    AllowedFolders allowed = new AllowedFolders(spec.folders());
    Set<VfsPath> found = new LinkedHashSet<>();
    for (String place : places) {
      GlobFinder.find(spec.srctree(), place, allowed).stream()
          .filter(allowed::contain)
          .filter(file -> isConfiguration(file, spec))
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  private static boolean isConfiguration(VfsPath file, ProjectSpec spec) {
    String line = spec.dialect().prefix() + "A=y"; // whatever it holds, its name decides
    Optional<ConfigFiles.Kind> kind =
        ConfigFiles.kind(file.relativeTo(spec.srctree()), line, spec.dialect());
    return kind.isPresent() && kind.get() != ConfigFiles.Kind.RENAMES;
  }
}
