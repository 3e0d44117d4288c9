package kconfigls.rules.types;

import java.util.List;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.expr.Tristate;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.LogicParts;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.SymbolTypes;
import org.jspecify.annotations.Nullable;

/** Reports comparisons of a bool with m, which it never is. */
public final class BoolTestedForM implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("types", "bool-tested-for-m", Severity.WARNING, "a bool that is compared with m");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(String name, boolean equal) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (LogicParts.Found<Fault> found : LogicParts.find(projects, BoolTestedForM::fault)) {
      Fault fault = found.fault();
      String constant = fault.equal() ? "n" : "y";
      String message =
          "`" + fault.name() + "` is a bool and never m: this always means " + constant;
      sink.report(Draft.of(found.place(), message).about(fault.name()).fix(() -> fixes(found)));
    }
  }

  private static @Nullable Fault fault(SymbolTypes types, Expr part) {
    if (!(part instanceof Expr.Compare compare) || !compare.op().isEquality()) {
      return null;
    }
    String name = name(compare);
    return name != null && types.is(name, SymbolType.BOOL)
        ? new Fault(name, compare.op() == Comparison.EQUAL)
        : null;
  }

  private static @Nullable String name(Expr.Compare compare) {
    return switch (compare) {
      case Expr.Compare(Expr.Symbol(String name), Comparison op, Expr.Const(Tristate value))
          when value == Tristate.M ->
          name;
      case Expr.Compare(Expr.Const(Tristate value), Comparison op, Expr.Symbol(String name))
          when value == Tristate.M ->
          name;
      default -> null;
    };
  }

  /** Neither is safe: that the comparison is pointless says that something else was meant. */
  private static List<Fix> fixes(LogicParts.Found<Fault> found) {
    Fault fault = found.fault();
    String meant = fault.equal() ? fault.name() : "!" + fault.name();
    String constant = fault.equal() ? "n" : "y";
    return List.of(
        Fix.unsafe("Replace by `" + meant + "`", new Fix.Edit(found.place(), meant)),
        Fix.unsafe("Replace by `" + constant + "`", new Fix.Edit(found.place(), constant)));
  }
}
