package kconfigls.rules;

/** A rule that needs no more than one file. */
public non-sealed interface FileRule extends Rule {
  void check(CheckedFile file, FindingSink sink);

  /** Whether the rule looks at files that are no text. */
  default boolean checksBinaryFiles() {
    return false;
  }
}
