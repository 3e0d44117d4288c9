package kconfigls.dialect;

import kconfigls.vfs.VfsPath;

/** What the detector may ask about a tree; implemented where files may be read. */
public interface TreeView {
  boolean isFile(VfsPath path);

  boolean isFolder(VfsPath path);

  /** The beginning of a file's text; empty where there is none. */
  String head(VfsPath path);

  /** Whether the folder holds an entry whose name begins so. */
  boolean hasEntry(VfsPath folder, String prefix);
}
