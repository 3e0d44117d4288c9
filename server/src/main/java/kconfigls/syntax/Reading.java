package kconfigls.syntax;

/** How a program reads the lines of a Kconfig file. */
public enum Reading {
  /**
   * As the C program: a backslash joins lines between words only, and the first line of a help text
   * may stand in column 0.
   */
  C,

  /**
   * As Kconfiglib: a backslash at the end of any line but one of help joins it with the next, also
   * within strings and comments, and a help text is indented.
   */
  PYTHON
}
