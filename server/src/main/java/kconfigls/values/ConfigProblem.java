package kconfigls.values;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a configuration file that reading it tells, without its values.
 *
 * @param message a sentence for people, without a full stop, that says what becomes of the line
 * @param symbol the symbol that the line is about, without the prefix; null if it names none
 * @param other an earlier line that has to do with it; null for none
 */
public record ConfigProblem(
    Kind kind, Place place, String message, @Nullable String symbol, @Nullable Place other) {
  /** A problem of one line that names no symbol. */
  ConfigProblem(Kind kind, Place place, String message) {
    this(kind, place, message, null, null);
  }

  /** What can be wrong: the language page, D.9. */
  public enum Kind {
    MALFORMED_LINE,
    UNKNOWN_SYMBOL,
    RENAMED_SYMBOL,
    INVALID_VALUE,
    STRING_QUOTES,
    NOT_SET_ON_NON_BOOL,
    DUPLICATE,
    CHOICE_CONFLICT,
    M_WITHOUT_MODULES,
    /** A file that is named by {@code #include} is not there, or includes itself. */
    MISSING_INCLUDE,
    /** A line of sdkconfig.rename. */
    INVALID_RENAME,
    /** More problems than anybody reads; those that follow are not told. */
    TOO_MANY
  }
}
