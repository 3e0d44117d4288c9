package kconfigls.usage;

/** How a source names a symbol. */
public enum UseKind {
  /** It decides what is built: {@code #if}, {@code IS_ENABLED}, {@code cfg}, {@code obj-$(…)}. */
  CONDITION,
  /** The same, for the symbol or one of its variants, as the build chooses. */
  VARIANT,
  /** Any other code, which does not compile if nothing defines the name. */
  VALUE,
  /** A comment that repeats the condition at {@code #else} or {@code #endif}. */
  LABEL,
  /** A comment, a string, or a text for people. */
  TEXT,
  /** {@code #define}, {@code -D}, or an assignment of the build. */
  DEFINITION,
  /** A line of a configuration file. */
  SETTING,
  /** The beginning of names that something else completes. */
  PART,
  /** An argument of {@code IS_ENABLED} without the prefix. */
  BARE;

  private static final UseKind[] ALL = values();

  static UseKind of(byte code) {
    return ALL[code];
  }

  byte code() {
    return (byte) ordinal();
  }
}
