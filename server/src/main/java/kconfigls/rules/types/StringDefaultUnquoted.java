package kconfigls.rules.types;

import java.util.List;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.ValueFault;

/** Reports words that a string takes as text although they have no quotes. */
public final class StringDefaultUnquoted implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "string-default-unquoted",
          Severity.INFO,
          "text without quotes as the default of a string");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ValueFault fault : projects.valueFaults()) {
      if (fault.reason() == ValueFault.Reason.UNQUOTED_TEXT) {
        String word = fault.text();
        String message =
            "`" + word + "` is taken as text only as long as no symbol has this name: quote it";
        Fix.Edit edit = new Fix.Edit(fault.place(), "\"" + word + "\"");
        sink.report(
            Draft.of(fault.place(), message)
                .about(fault.entry().name())
                .fix(() -> List.of(Fix.safe("Quote the text", edit))));
      }
    }
  }
}
