package kconfigls.expr;

import java.util.ArrayList;
import java.util.List;

/** Folds the constants of expressions, as the C program does before it looks at them. */
public final class Simplifier {
  private Simplifier() {}

  /** An equal expression in which {@code y} and {@code n} stand alone or in comparisons only. */
  public static Expr fold(Expr expr) {
    return switch (expr) {
      case Expr.Operand operand -> operand;
      case Expr.Compare compare -> compare;
      case Expr.Not not -> {
        Expr inner = fold(not.operand());
        yield inner instanceof Expr.Const(Tristate value)
            ? new Expr.Const(value.not())
            : new Expr.Not(inner);
      }
      case Expr.And and -> fold(and.parts(), true);
      case Expr.Or or -> fold(or.parts(), false);
    };
  }

  private static Expr fold(List<Expr> parts, boolean and) {
    Expr neutral = and ? Expr.Y : Expr.N;
    Expr absorbing = and ? Expr.N : Expr.Y;
    List<Expr> kept = new ArrayList<>(parts.size());
    for (Expr part : parts) {
      Expr folded = fold(part);
      if (folded.equals(absorbing)) {
        return absorbing;
      }
      if (!folded.equals(neutral)) {
        kept.add(folded);
      }
    }
    if (kept.size() < 2) {
      return kept.isEmpty() ? neutral : kept.getFirst();
    }
    return and ? new Expr.And(List.copyOf(kept)) : new Expr.Or(List.copyOf(kept));
  }
}
