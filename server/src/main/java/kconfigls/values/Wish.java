package kconfigls.values;

/** What a line of a configuration file wishes a symbol to be. */
sealed interface Wish {
  /** For a bool or tristate; see {@link Tri}. */
  record Logic(int tri) implements Wish {}

  /**
   * For a string or number.
   *
   * @param remark what is wrong all the same; empty for nothing
   */
  record Text(String text, String remark) implements Wish {}

  /**
   * Nothing: the line is ignored.
   *
   * @param why for people
   */
  record Refused(ConfigProblem.Kind kind, String why) implements Wish {}

  /** Nothing, for a symbol without a type. */
  record None() implements Wish {}
}
