package kconfigls.analysis;

/** What the text of a file is. */
public enum DocumentKind {
  KCONFIG,
  /** A configuration file, such as {@code .config}, a defconfig or {@code prj.conf}. */
  CONFIG,
  /** New names of symbols: {@code sdkconfig.rename}. */
  RENAMES,
  /** A source that may name symbols, such as C or a makefile. */
  SOURCE
}
