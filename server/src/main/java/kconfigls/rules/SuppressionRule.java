package kconfigls.rules;

import java.util.List;

/** A rule about the comments that suppress findings, run when the findings are known. */
public non-sealed interface SuppressionRule extends Rule {
  /**
   * Judges the comments of a file.
   *
   * @param unused what its comments name and suppressed nothing, of rules that are on
   */
  void check(CheckedFile file, List<Suppression.RuleId> unused, FindingSink sink);
}
