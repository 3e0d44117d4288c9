package kconfigls.expr;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Brings conditions into the form in which the C program compares them: negations stand at
 * operands, comparisons of bools with constants are gone, and no part stands twice.
 */
public final class Normal {
  private final Predicate<String> isBool;

  /**
   * @param isBool whether a symbol is bool
   */
  public Normal(Predicate<String> isBool) {
    this.isBool = isBool;
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
      case Expr.Symbol symbol -> new Expr.Compare(symbol, "!=", Expr.N);
      case Expr.Operand operand -> operand;
      case Expr.Compare compare -> compare;
      case Expr.Not(Expr.Symbol symbol) -> new Expr.Compare(symbol, "=", Expr.N);
      case Expr.Not not -> new Expr.Not(withComparisons(not.operand()));
      case Expr.And and -> new Expr.And(and.parts().stream().map(Normal::withComparisons).toList());
      case Expr.Or or -> new Expr.Or(or.parts().stream().map(Normal::withComparisons).toList());
    };
  }

  private Expr compare(Expr.Compare compare) {
    if (!(compare.left() instanceof Expr.Symbol symbol)
        || !(compare.right() instanceof Expr.Const(Tristate value))
        || !isBool.test(symbol.name())) {
      return compare;
    }
    boolean equal = compare.op().equals("=");
    if (!equal && !compare.op().equals("!=")) {
      return compare;
    }
    if (value == Tristate.M) {
      return equal ? Expr.N : Expr.Y;
    }
    return equal == (value == Tristate.Y) ? symbol : new Expr.Not(symbol);
  }

  private Expr negated(Expr expr) {
    return switch (expr) {
      case Expr.Const(Tristate value) -> new Expr.Const(value.not());
      case Expr.Operand operand -> new Expr.Not(operand);
      case Expr.Compare(Expr.Operand left, String op, Expr.Operand right) ->
          compare(new Expr.Compare(left, opposite(op), right));
      case Expr.Not not -> of(not.operand());
      case Expr.And and -> join(negatedParts(and.parts()), false);
      case Expr.Or or -> join(negatedParts(or.parts()), true);
    };
  }

  private static List<Expr> negatedParts(List<Expr> parts) {
    return parts.stream().<Expr>map(Expr.Not::new).toList();
  }

  private static String opposite(String op) {
    return switch (op) {
      case "=" -> "!=";
      case "!=" -> "=";
      case "<" -> ">=";
      case ">=" -> "<";
      case ">" -> "<=";
      default -> ">";
    };
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
    if (kept.contains(absorbing) || hasComplement(kept)) {
      return absorbing;
    }
    kept.remove(and ? Expr.Y : Expr.N);
    List<Expr> all = and ? List.copyOf(kept) : withoutPairs(new ArrayList<>(kept));
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

  /** Two values of a tristate are all but the third. */
  private static List<Expr> withoutPairs(List<Expr> parts) {
    for (int i = 0; i < parts.size(); i++) {
      for (int j = i + 1; j < parts.size(); j++) {
        Optional<Expr> pair = pair(parts.get(i), parts.get(j));
        if (pair.isPresent()) {
          parts.remove(j);
          parts.set(i, pair.get());
          j = i;
        }
      }
    }
    return List.copyOf(parts);
  }

  private static Optional<Expr> pair(Expr first, Expr second) {
    if (first instanceof Expr.Compare(Expr.Operand a, String op, Expr.Const(Tristate x))
        && second instanceof Expr.Compare(Expr.Operand b, String other, Expr.Const(Tristate y))
        && a.equals(b)
        && op.equals("=")
        && other.equals("=")
        && x != y) {
      for (Tristate third : Tristate.values()) {
        if (third != x && third != y) {
          return Optional.of(new Expr.Compare(a, "!=", new Expr.Const(third)));
        }
      }
    }
    return Optional.empty();
  }
}
