package kconfigls.dialect;

import kconfigls.vfs.Glob;

/**
 * How the path of a {@code source} is looked up.
 *
 * @param globs whether a plain {@code source} takes patterns, as its variants do everywhere
 * @param syntax what a pattern means
 */
public record SourceResolution(boolean globs, Glob.Syntax syntax, From from) {
  /** The folders from which a relative path is looked up, in this order. */
  public enum From {
    ROOT,
    ROOT_THEN_INCLUDING_FILE,
    INCLUDING_FILE
  }
}
