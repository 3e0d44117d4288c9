package kconfigls.rules.macros;

import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;

/** Reports macros that end with their line. */
public final class UnterminatedMacro implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "unterminated-macro",
          Severity.ERROR,
          "a macro without its closing parenthesis");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (SyntaxProblem problem : file.tree().problems()) {
      if (problem.kind() == ProblemKind.UNTERMINATED_MACRO) {
        sink.report(Draft.of(new Place(file.path(), problem.range()), problem.message()));
      }
    }
  }
}
