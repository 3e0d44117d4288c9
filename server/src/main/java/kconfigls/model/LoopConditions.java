package kconfigls.model;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.expr.Normal;
import kconfigls.expr.Simplifier;
import kconfigls.outline.SymbolType;

/**
 * The symbols that the original programs see in a condition when they look for loops. The C program
 * simplifies all conditions around an entry together first (menu_finalize in menu.c, with
 * expr_eliminate_dups); Kconfiglib leaves out only what is y or n as a whole.
 */
final class LoopConditions {
  /** Stands for a constant that is not to be folded; no name of a symbol. */
  private static final Expr CONSTANT = new Expr.Text("");

  private final Map<String, Symbol> symbols;
  private final boolean simplifies;
  private final boolean keepsConstants;
  private final Normal normal;

  LoopConditions(Dialect dialect, Map<String, Symbol> symbols) {
    this.symbols = symbols;
    simplifies = !dialect.has(Feature.EVERY_LOOP_REFUSED);
    keepsConstants = simplifies && dialect.has(Feature.CONSTANTS_KEPT_IN_LOOPS);
    normal = Normal.ofProgram(this::isBool);
  }

  private boolean isBool(String name) {
    Symbol symbol = symbols.get(name);
    return symbol != null && symbol.is(SymbolType.BOOL);
  }

  /** The symbols of a condition by itself, each once, in its order. */
  Set<Symbol> symbols(Expr condition) {
    return all(simplifies && !keepsConstants ? Simplifier.fold(condition) : condition);
  }

  private Set<Symbol> all(Expr condition) {
    Set<Symbol> found = new LinkedHashSet<>();
    condition.forEachOperand(
        operand -> {
          Symbol symbol = operand instanceof Expr.Symbol(String name) ? symbols.get(name) : null;
          if (symbol != null) {
            found.add(symbol);
          }
        });
    return found;
  }

  /** Whether it is n for the program, so that nothing that it guards counts. */
  boolean isNever(Expr condition) {
    return !keepsConstants && (simplifies ? Simplifier.fold(condition) : condition).equals(Expr.N);
  }

  /**
   * Whether a symbol may vanish when a condition and those around it are simplified together: only
   * one that stands twice, or that is compared with m, can.
   */
  boolean mayVanish(Expr condition, Collection<Symbol> around) {
    if (!simplifies || condition instanceof Expr.Operand) {
      return false;
    }
    Set<Symbol> once = new HashSet<>();
    boolean[] found = {false};
    condition.forEachOperand(
        operand -> {
          Symbol symbol = operand instanceof Expr.Symbol(String name) ? symbols.get(name) : null;
          found[0] |=
              symbol == null
                  ? operand.equals(Expr.M)
                  : !once.add(symbol) || around.contains(symbol);
        });
    return found[0];
  }

  /** The symbols that are left when a condition was simplified as a whole. */
  Set<Symbol> simplified(Expr whole) {
    if (keepsConstants) {
      Expr opaque = opaque(whole);
      Expr simple = normal.of(opaque);
      if (leaves(simple) == leaves(opaque)) {
        return all(simple);
      }
    }
    return all(normal.of(whole));
  }

  /** The same with constants that do not fold, and those that a comparison with m becomes. */
  private Expr opaque(Expr expr) {
    return switch (expr) {
      case Expr.Const constant -> CONSTANT;
      case Expr.Operand operand -> operand;
      case Expr.Compare compare -> normal.of(compare) instanceof Expr.Const ? CONSTANT : compare;
      case Expr.Not not -> new Expr.Not(opaque(not.operand()));
      case Expr.And and -> new Expr.And(opaque(and.parts()));
      case Expr.Or or -> new Expr.Or(opaque(or.parts()));
    };
  }

  private List<Expr> opaque(List<Expr> parts) {
    return parts.stream().map(this::opaque).toList();
  }

  private static int leaves(Expr expr) {
    return switch (expr) {
      case Expr.Operand operand -> 1;
      case Expr.Compare compare -> 1;
      case Expr.Not not -> leaves(not.operand());
      case Expr.And and -> and.parts().stream().mapToInt(LoopConditions::leaves).sum();
      case Expr.Or or -> or.parts().stream().mapToInt(LoopConditions::leaves).sum();
    };
  }
}
