package kconfigls.rules;

/** A rule that needs the linked projects. */
public non-sealed interface ProjectRule extends Rule {
  void check(CheckedProjects projects, FindingSink sink);
}
