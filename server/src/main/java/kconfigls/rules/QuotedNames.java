package kconfigls.rules;

import java.util.Optional;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.outline.Numbers;

/** Names of symbols in quotes, where they are text and no reference. */
public final class QuotedNames {
  private QuotedNames() {}

  /**
   * The name of a symbol that a part of a condition has in quotes; empty where text may be meant,
   * as in a comparison with a string.
   */
  public static Optional<String> in(SymbolTypes types, Expr part) {
    return switch (part) {
      case Expr.Text(String text) -> name(types, text);
      case Expr.Compare(Expr.Text(String text), Comparison op, Expr.Operand other)
          when excludesText(types, other, text) ->
          name(types, text);
      case Expr.Compare(Expr.Operand other, Comparison op, Expr.Text(String text))
          when excludesText(types, other, text) ->
          name(types, text);
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(SymbolTypes types, String text) {
    return types.isDefined(text) ? Optional.of(text) : Optional.empty();
  }

  private static boolean excludesText(SymbolTypes types, Expr.Operand other, String text) {
    return switch (other) {
      case Expr.Const constant -> true;
      case Expr.Symbol(String name) ->
          types
              .of(name)
              .filter(type -> type.isLogic() || (type.isNumber() && !Numbers.isNumber(text)))
              .isPresent();
      case Expr.Text another -> false;
      case Expr.Unknown unknown -> false;
    };
  }
}
