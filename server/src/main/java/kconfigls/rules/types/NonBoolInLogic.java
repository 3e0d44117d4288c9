package kconfigls.rules.types;

import java.util.List;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.outline.Numbers;
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

/** Reports numbers and text in conditions, where they always mean n. */
public final class NonBoolInLogic implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "non-bool-in-logic",
          Severity.WARNING,
          "a number or text as a condition, without a comparison");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /**
   * What is no bool.
   *
   * @param is what it is, with its article
   * @param instead a condition that may have been meant; null where nothing suggests itself
   */
  private record Fault(Expr operand, String is, @Nullable String instead) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (LogicParts.Found<Fault> found : LogicParts.find(projects, NonBoolInLogic::fault)) {
      Fault fault = found.fault();
      String written = ExprPrinter.print(fault.operand());
      String message =
          "`" + written + "` is " + fault.is() + ", which as a condition always means n";
      sink.report(Draft.of(found.place(), message).fix(() -> fixes(found)));
    }
  }

  private static @Nullable Fault fault(SymbolTypes types, Expr part) {
    return switch (part) {
      case Expr.Symbol(String name) when Numbers.isNumber(name) ->
          types.isDefined(name) ? null : new Fault(part, "a number", constant(name));
      case Expr.Symbol(String name) ->
          types
              .of(name)
              .filter(type -> !type.isLogic())
              .map(type -> new Fault(part, type.withArticle(), name + " != " + empty(type)))
              .orElse(null);
      // the name of a symbol in quotes is told by another rule
      case Expr.Text(String text) -> types.isDefined(text) ? null : new Fault(part, "text", null);
      default -> null;
    };
  }

  private static @Nullable String constant(String number) {
    return switch (number) {
      case "0" -> "n";
      case "1" -> "y";
      default -> null;
    };
  }

  private static String empty(SymbolType type) {
    return switch (type) {
      case STRING -> "\"\"";
      case HEX -> "0x0";
      default -> "0";
    };
  }

  private static List<Fix> fixes(LogicParts.Found<Fault> found) {
    String instead = found.fault().instead();
    if (instead == null) {
      return List.of();
    }
    Fix.Edit edit = new Fix.Edit(found.place(), instead);
    String title = "Replace by `" + instead + "`";
    return List.of(instead.equals("n") ? Fix.safe(title, edit) : Fix.unsafe(title, edit));
  }
}
