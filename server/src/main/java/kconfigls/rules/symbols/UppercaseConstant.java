package kconfigls.rules.symbols;

import java.util.List;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.References;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports words that look like constants but are undefined symbols. */
public final class UppercaseConstant implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "symbols",
          "uppercase-constant",
          Severity.WARNING,
          "`Y`, `yes` or `true` where `y` is meant");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (References.Undefined undefined : References.undefined(projects, role -> true)) {
      // as a default of its own it is told by bool-default-literal
      if (References.isConstantLike(undefined.name()) && !undefined.isValue()) {
        String name = undefined.name();
        String constant = constant(name);
        String message =
            "`" + name + "` is no constant but an undefined symbol: write `" + constant + "`";
        Fix fix = Fix.unsafe("Write `" + constant + "`", new Fix.Edit(undefined.place(), constant));
        sink.report(Draft.of(undefined.place(), message).about(name).fix(() -> List.of(fix)));
      }
    }
  }

  private static String constant(String name) {
    return switch (name) {
      case "Y", "yes", "true" -> "y";
      case "M" -> "m";
      default -> "n";
    };
  }
}
