package kconfigls.rules.types;

import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.ValueFault;

/** Reports numbers that 64 bits cannot hold. */
public final class NumberOutOfBounds implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "number-out-of-bounds",
          Severity.WARNING,
          "a default or bound that does not fit into 64 bits");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ValueFault fault : projects.valueFaults()) {
      if (fault.reason() == ValueFault.Reason.TOO_LARGE) {
        String sign = fault.type() == SymbolType.HEX ? "" : "signed ";
        String message =
            "`" + fault.text() + "` does not fit into the 64 " + sign + "bits that it is read into";
        sink.report(Draft.of(fault.place(), message).about(fault.entry().name()));
      }
    }
  }
}
