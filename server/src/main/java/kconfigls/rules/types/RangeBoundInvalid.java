package kconfigls.rules.types;

import java.util.List;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.ValueFault;
import kconfigls.rules.ValueFault.Reason;

/** Reports bounds of ranges that are no number of the symbol's type. */
public final class RangeBoundInvalid implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types", "range-bound-invalid", Severity.WARNING, "a bound of a range that is no number");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ValueFault fault : projects.valueFaults()) {
      if (fault.reason() == Reason.INVALID_BOUND) {
        String value = ExprPrinter.print(fault.value());
        String message =
            "`" + value + "` is no number that can bound " + fault.type().withArticle();
        sink.report(draft(fault, message).fix(() -> fixes(fault)));
      } else if (fault.reason() == Reason.WRONG_BOUND_SYMBOL) {
        String named = fault.file().types().of(fault.text()).orElseThrow().withArticle();
        String bounded = fault.type().withArticle();
        sink.report(
            draft(fault, "`" + fault.text() + "` is " + named + ", which cannot bound " + bounded));
      }
    }
  }

  private static Draft draft(ValueFault fault, String message) {
    return Draft.of(fault.place(), message).about(fault.entry().name());
  }

  private static List<Fix> fixes(ValueFault fault) {
    boolean symbol =
        fault.value() instanceof Expr.Text(String text)
            && fault.file().types().of(text).filter(SymbolType::isNumber).isPresent();
    return symbol
        ? List.of(Fix.unsafe("Remove the quotes", new Fix.Edit(fault.place(), fault.text())))
        : List.of();
  }
}
