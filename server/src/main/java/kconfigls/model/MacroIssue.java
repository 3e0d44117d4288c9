package kconfigls.model;

/**
 * Something that the expansion of macros said or could not do.
 *
 * @param key the place in the instance's file where the macros are used
 * @param subject the variable, function or word; of a message its text
 * @param detail more about it, or empty
 */
public record MacroIssue(Kind kind, FileInstance instance, int key, String subject, String detail) {
  /** What it is. */
  public enum Kind {
    /** A variable whose text uses itself. */
    RECURSIVE_VARIABLE,
    /** A function that calls itself more often than the dialect's program allows. */
    TOO_DEEP,
    /** More work or text than this program allows; the subject is what was expanded. */
    TOO_COSTLY,
    /** The same for all expansions of a project: later ones are not computed. */
    TOO_COSTLY_IN_ALL,
    /** A call with more or fewer arguments than the function takes; the detail says how many. */
    ARGUMENT_COUNT,
    /** A reference without its closing parenthesis in the text of a variable. */
    UNTERMINATED,
    /** A name that is no variable, no function, and not set in the environment. */
    UNDEFINED,
    /** A word that must be there and that expands to nothing. */
    EXPANDS_TO_NOTHING,
    /** {@code $(info,…)}. */
    INFO,
    /** {@code $(warning-if,y,…)}. */
    WARNING,
    /** {@code $(error-if,y,…)}. */
    ERROR
  }
}
