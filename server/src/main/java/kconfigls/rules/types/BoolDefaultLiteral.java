package kconfigls.rules.types;

import java.util.List;
import java.util.Locale;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.ValueFault;

/** Reports the truth values of other languages as defaults of bools. */
public final class BoolDefaultLiteral implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "bool-default-literal",
          Severity.WARNING,
          "`true`, `1` or `\"yes\"` as the default of a bool");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ValueFault fault : projects.valueFaults()) {
      if (fault.reason() == ValueFault.Reason.LITERAL_OF_ANOTHER_LANGUAGE) {
        String constant = constant(fault.text());
        String message =
            "`" + fault.text() + "` is no value of a bool and means n: write `" + constant + "`";
        // what was n all along stays n
        boolean same = constant.equals("n");
        Fix.Edit edit = new Fix.Edit(fault.place(), constant);
        String title = "Replace by `" + constant + "`";
        Draft draft = Draft.of(fault.place(), message).about(fault.entry().name());
        sink.report(
            draft.fix(() -> List.of(same ? Fix.safe(title, edit) : Fix.unsafe(title, edit))));
      }
    }
  }

  private static String constant(String literal) {
    return switch (literal.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on", "1", "y" -> "y";
      case "m" -> "m";
      default -> "n";
    };
  }
}
