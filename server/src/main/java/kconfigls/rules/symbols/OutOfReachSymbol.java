package kconfigls.rules.symbols;

import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.References;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports references to names that other projects define, but none that includes the file. */
public final class OutOfReachSymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "symbols",
          "out-of-reach-symbol",
          Severity.HINT,
          "a symbol that is defined only for other architectures or targets");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (References.Undefined undefined : References.undefined(projects, role -> true)) {
      if (!undefined.onlyWhere().isEmpty() && !undefined.hasPrefix()) {
        String message =
            "`"
                + undefined.name()
                + "` is defined only "
                + undefined.onlyWhere()
                + ": "
                + undefined.effect();
        sink.report(Draft.of(undefined.place(), message).about(undefined.name()));
      }
    }
  }
}
