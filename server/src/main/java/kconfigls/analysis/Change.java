package kconfigls.analysis;

import java.util.List;
import java.util.Map;
import kconfigls.model.ProjectSpec;
import kconfigls.vfs.FileState;
import kconfigls.vfs.Glob;
import kconfigls.vfs.VfsPath;

/** A change of the workspace. */
public sealed interface Change {
  /** What these files hold from now on, and which files match which patterns. */
  record Files(Map<VfsPath, FileState> states, Map<Glob, List<VfsPath>> globs) implements Change {}

  /**
   * What was found on disk, and which files match which patterns. What an editor holds stays as it
   * is: it may have been opened while the disk was read.
   */
  record Found(Map<VfsPath, FileState> states, Map<Glob, List<VfsPath>> globs) implements Change {}

  /**
   * Takes out what no project reads, unless an editor holds it: files, also those that are not
   * there, and patterns.
   *
   * @param linked whose projects are linked and miss nothing; nothing leaves a workspace that has
   *     changed since
   */
  record Unread(Snapshot linked) implements Change {}

  /** The projects of the workspace, the one that counts first at the head. */
  record Projects(List<ProjectSpec> specs) implements Change {}

  /** An editor holds a document that is no Kconfig file. */
  record Document(VfsPath path, DocumentKind kind, FileState.Present state) implements Change {}

  /** The editor has closed such a document. */
  record Closed(VfsPath path) implements Change {}
}
