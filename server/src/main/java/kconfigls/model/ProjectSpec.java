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
 * @param isFragment whether the root is a file that some unknown tree includes: nothing is said of
 *     what it lacks
 */
public record ProjectSpec(
    String name,
    VfsPath root,
    VfsPath srctree,
    Dialect dialect,
    Map<String, String> environment,
    boolean isFragment) {
  public ProjectSpec {
    environment = Map.copyOf(environment);
  }

  /** A whole project. */
  public ProjectSpec(
      String name, VfsPath root, VfsPath srctree, Dialect dialect, Map<String, String> env) {
    this(name, root, srctree, dialect, env, false);
  }

  /** A file that no project includes, in the light of this one. */
  public ProjectSpec fragment(VfsPath file) {
    return new ProjectSpec(file.name(), file, srctree, dialect, environment, true);
  }
}
