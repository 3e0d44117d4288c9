package kconfigls.model;

import java.util.List;
import java.util.Map;
import kconfigls.dialect.Dialect;
import kconfigls.vfs.VfsPath;

/**
 * What makes a project: a root file, a dialect and an environment.
 *
 * @param name the architecture, or the dialect's name for a tree that is one project
 * @param srctree the folder from which paths are looked up
 * @param environment variables whose values are known; all others are unknown
 * @param folders where its files may lie; what they name elsewhere is not read
 * @param isFragment whether the root is a file that some unknown tree includes: nothing is said of
 *     what it lacks
 * @param shell runs commands; with any but {@link Shell#NONE} the environment is complete, and a
 *     variable that is not in it is empty
 */
public record ProjectSpec(
    String name,
    VfsPath root,
    VfsPath srctree,
    Dialect dialect,
    Map<String, String> environment,
    List<VfsPath> folders,
    boolean isFragment,
    Shell shell) {
  public ProjectSpec {
    environment = Map.copyOf(environment);
    folders = List.copyOf(folders);
  }

  /** A whole project, with no other files than those of its tree. */
  public ProjectSpec(
      String name, VfsPath root, VfsPath srctree, Dialect dialect, Map<String, String> env) {
    this(name, root, srctree, dialect, env, List.of(srctree), false, Shell.NONE);
  }

  /** A file that no project includes, in the light of this one. */
  public ProjectSpec fragment(VfsPath file) {
    return new ProjectSpec(file.name(), file, srctree, dialect, environment, folders, true, shell);
  }

  /** Whether it is a single file that {@link #fragment} made a project of its own. */
  public boolean isSingleFile() {
    return isFragment && name.equals(root.name());
  }

  /** Whether it is the project of an architecture, or of the folder that holds one's files. */
  public boolean isFor(String architecture) {
    return architecture.equals(name) || architecture.equals(environment.get("SRCARCH"));
  }

  /** The same project with a shell, all of the environment, and the folders that this names. */
  public ProjectSpec with(Shell shell, Map<String, String> environment, List<VfsPath> folders) {
    return new ProjectSpec(name, root, srctree, dialect, environment, folders, isFragment, shell);
  }
}
