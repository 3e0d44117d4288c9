package kconfigls.usage;

/** The kind of text that a place stands in. */
enum Zone {
  CODE,
  /** A line that decides what is compiled. */
  CONDITION,
  /** What a directive defines. */
  DEFINED,
  /** What stands behind {@code #else} or {@code #endif}. */
  LABEL,
  /** A comment, a string, a message. */
  TEXT
}
