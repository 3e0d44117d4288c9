package kconfigls.model;

import java.util.Map;
import kconfigls.dialect.Dialect;
import kconfigls.vfs.VfsPath;

/**
 * What makes a project: a root file, a dialect and an environment.
 *
 * @param name the architecture, or the dialect's name for a tree that is one project
 * @param srctree the folder from which paths are looked up
 * @param environment variables whose values are known; all others are unknown
 */
public record ProjectSpec(
    String name, VfsPath root, VfsPath srctree, Dialect dialect, Map<String, String> environment) {
  public ProjectSpec {
    environment = Map.copyOf(environment);
  }
}
