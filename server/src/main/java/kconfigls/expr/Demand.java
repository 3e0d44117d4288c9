package kconfigls.expr;

/** That the value of an expression is neither less than one bound nor more than another. */
public record Demand(Expr expr, Tristate low, Tristate high) {
  public static Demand atLeast(Expr expr, Tristate low) {
    return new Demand(expr, low, Tristate.Y);
  }

  public static Demand atMost(Expr expr, Tristate high) {
    return new Demand(expr, Tristate.N, high);
  }

  /** The values that are allowed, as bits. */
  int mask() {
    int mask = 0;
    for (int value = low.ordinal(); value <= high.ordinal(); value++) {
      mask |= 1 << value;
    }
    return mask;
  }
}
