package kconfigls.analysis;

/** What the text of a file is. */
public enum DocumentKind {
  KCONFIG,
  /** A configuration file, such as {@code .config}, a defconfig or {@code prj.conf}. */
  CONFIG,
  /** New names of symbols: {@code sdkconfig.rename}. */
  RENAMES,
  /** A source that may name symbols, such as C or a makefile. */
  SOURCE,
  /** More than is looked at: the text is kept for the editor's next changes, and nothing else. */
  TOO_LARGE
}
