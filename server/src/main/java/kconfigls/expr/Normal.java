package kconfigls.expr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Brings conditions into the form in which the C program compares them: negations stand at
 * operands, comparisons of bools with constants are gone, and no part stands twice.
 */
public final class Normal {
  private final Predicate<String> isBool;
  private final boolean asProgram;

  /**
   * @param isBool whether a symbol is bool
   */
  public Normal(Predicate<String> isBool) {
    this(isBool, false);
  }

  private Normal(Predicate<String> isBool, boolean asProgram) {
    this.isBool = isBool;
    this.asProgram = asProgram;
  }

  /**
   * The form in which no more is simplified than the C program does (expr_join_and and expr_join_or
   * in expr.c): of contradictions it sees {@code T=y && T!=y}, but not {@code A && !A}.
   *
   * @param isBool whether a symbol is bool
   */
  public static Normal ofProgram(Predicate<String> isBool) {
    return new Normal(isBool, true);
  }

  /** An expression with the same value. */
  public Expr of(Expr expr) {
    return switch (expr) {
      case Expr.Operand operand -> operand;
      case Expr.Compare compare -> compare(compare);
      case Expr.Not not -> negated(not.operand());
      case Expr.And and -> join(and.parts(), true);
      case Expr.Or or -> join(or.parts(), false);
    };
  }

  /** The same form, in which symbols that are no bools are compared with n. */
  public Expr compared(Expr expr) {
    return of(withComparisons(of(expr)));
  }

  private static Expr withComparisons(Expr expr) {
    return switch (expr) {
      case Expr.Symbol symbol -> new Expr.Compare(symbol, Comparison.UNEQUAL, Expr.N);
      case Expr.Operand operand -> operand;
      case Expr.Compare compare -> compare;
      case Expr.Not(Expr.Symbol symbol) -> new Expr.Compare(symbol, Comparison.EQUAL, Expr.N);
      case Expr.Not not -> new Expr.Not(withComparisons(not.operand()));
      case Expr.And and -> new Expr.And(and.parts().stream().map(Normal::withComparisons).toList());
      case Expr.Or or -> new Expr.Or(or.parts().stream().map(Normal::withComparisons).toList());
    };
  }

  private Expr compare(Expr.Compare compare) {
    if (!(compare.left() instanceof Expr.Symbol symbol)
        || !(compare.right() instanceof Expr.Const(Tristate value))
        || !isBool.test(symbol.name())
        || !compare.op().isEquality()) {
      return compare;
    }
    boolean equal = compare.op() == Comparison.EQUAL;
    if (value == Tristate.M) {
      return equal ? Expr.N : Expr.Y;
    }
    return equal == (value == Tristate.Y) ? symbol : new Expr.Not(symbol);
  }

  private Expr negated(Expr expr) {
    return switch (expr) {
      case Expr.Const(Tristate value) -> new Expr.Const(value.not());
      case Expr.Operand operand -> new Expr.Not(operand);
      case Expr.Compare(Expr.Operand left, Comparison op, Expr.Operand right) ->
          compare(new Expr.Compare(left, op.negated(), right));
      case Expr.Not not -> of(not.operand());
      case Expr.And and -> join(negatedParts(and.parts()), false);
      case Expr.Or or -> join(negatedParts(or.parts()), true);
    };
  }

  private static List<Expr> negatedParts(List<Expr> parts) {
    return parts.stream().<Expr>map(Expr.Not::new).toList();
  }

  private Expr join(List<Expr> parts, boolean and) {
    Set<Expr> kept = new LinkedHashSet<>();
    for (Expr part : parts) {
      Expr normal = of(part);
      switch (normal) {
        case Expr.And inner when and -> kept.addAll(inner.parts());
        case Expr.Or inner when !and -> kept.addAll(inner.parts());
        default -> kept.add(normal);
      }
    }
    Expr absorbing = and ? Expr.N : Expr.Y;
    if (kept.contains(absorbing)
        || (and && asProgram ? hasContradiction(kept) : hasComplement(kept))) {
      return absorbing;
    }
    kept.remove(and ? Expr.Y : Expr.N);
    List<Expr> all = and ? List.copyOf(kept) : withoutPairs(kept);
    if (all.size() < 2) {
      return all.isEmpty() ? (and ? Expr.Y : Expr.N) : all.getFirst();
    }
    return and ? new Expr.And(all) : new Expr.Or(all);
  }

  /** Whether a bool stands beside its negation. */
  private boolean hasComplement(Set<Expr> parts) {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Expr.Symbol(String name)
                    && isBool.test(name)
                    && parts.contains(new Expr.Not(part)));
  }

  /** Whether something is compared with a constant for being equal and for not being so. */
  private static boolean hasContradiction(Set<Expr> parts) {
    return parts.stream()
        .anyMatch(
            part ->
                part instanceof Expr.Compare(Expr.Operand left, Comparison op, Expr.Const right)
                    && op == Comparison.EQUAL
                    && parts.contains(new Expr.Compare(left, Comparison.UNEQUAL, right)));
  }

  /** Two values of a tristate are all but the third. */
  private static List<Expr> withoutPairs(Collection<Expr> parts) {
    List<Expr> kept = new ArrayList<>(parts.size());
    Map<Expr.Operand, Integer> first = new HashMap<>();
    for (Expr part : parts) {
      if (part instanceof Expr.Compare(Expr.Operand left, Comparison op, Expr.Const(Tristate value))
          && op == Comparison.EQUAL) {
        Integer at = first.putIfAbsent(left, kept.size());
        if (at != null
            && kept.get(at) instanceof Expr.Compare other
            && other.op() == Comparison.EQUAL) {
          kept.set(at, new Expr.Compare(left, Comparison.UNEQUAL, third(value, other.right())));
          continue;
        }
      }
      kept.add(part);
    }
    return List.copyOf(kept);
  }

  /** The value that is neither of two. */
  private static Expr.Const third(Tristate value, Expr.Operand other) {
    return Stream.of(Tristate.values())
        .filter(each -> each != value)
        .map(Expr.Const::new)
        .filter(each -> !each.equals(other))
        .findFirst()
        .orElseThrow();
  }
}
