package kconfigls.rules;

import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.syntax.SyntaxTree;
import kconfigls.vfs.VfsPath;

/**
 * A file as a rule sees it.
 *
 * @param isRoot whether it is the root file of a project
 */
public record CheckedFile(VfsPath path, SyntaxTree tree, Dialect dialect, boolean isRoot) {
  public boolean has(Feature feature) {
    return dialect.has(feature);
  }

  public String text() {
    return tree.source().text();
  }

  /** The line of an offset, from 0. */
  public int line(int offset) {
    return tree.source().lines().lineOf(offset);
  }
}
