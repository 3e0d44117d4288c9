package kconfigls.expr;

import java.util.List;
import java.util.function.Function;

/**
 * Proves that demands exclude each other, whatever the values of the symbols are. It never claims
 * what is not so; where a proof would take long, it claims nothing.
 */
public final class Solver {
  /** How often one question may guess a value. */
  private static final int MOST_GUESSES = 400;

  /** How many parts of conditions one question may look at; of real trees none needs 2,000. */
  private static final long MOST_STEPS = 1 << 16;

  /** More operands than any entry of a real tree has to do with, by far. */
  private static final int MOST_OPERANDS = 2_000;

  private final Function<String, Domain> domains;
  private final boolean ordered;

  /**
   * @param ordered whether {@code <} and the like compare tristates as numbers, not as text
   */
  public Solver(Function<String, Domain> domains, boolean ordered) {
    this.domains = domains;
    this.ordered = ordered;
  }

  /** Whether it is proved, within a budget, that no values meet all of the demands. */
  public boolean isImpossible(List<Demand> demands, Budget budget) {
    int operands = operands(demands);
    if (!budget.take(operands) || operands > MOST_OPERANDS || isMetIfAllAreY(demands)) {
      return false;
    }
    Variables variables = new Variables(domains, ordered, demands);
    Formula[] formulas = new Formula[demands.size()];
    int[] wanted = new int[formulas.length];
    for (int i = 0; i < formulas.length; i++) {
      formulas[i] = variables.formula(demands.get(i).expr());
      wanted[i] = demands.get(i).mask();
    }
    return new Search(formulas, wanted, budget.share(MOST_STEPS)).isRefuted(variables.values());
  }

  private static int operands(List<Demand> demands) {
    int left = MOST_OPERANDS;
    for (int i = 0; i < demands.size() && left >= 0; i++) {
      left = less(demands.get(i).expr(), left);
    }
    return MOST_OPERANDS - left;
  }

  /** Whether a condition has more operands than any proof takes. */
  public static boolean isTooLarge(Expr expr) {
    return less(expr, MOST_OPERANDS) < 0;
  }

  /** Whether conditions together have more operands than any proof takes. */
  public static boolean areTooLarge(List<Expr> exprs) {
    return less(exprs, MOST_OPERANDS) < 0;
  }

  /** A number less the operands of an expression; it stops counting below 0. */
  private static int less(Expr expr, int left) {
    return switch (expr) {
      case Expr.Operand operand -> left - 1;
      case Expr.Compare compare -> left - 2;
      case Expr.Not not -> less(not.operand(), left);
      case Expr.And and -> less(and.parts(), left);
      case Expr.Or or -> less(or.parts(), left);
    };
  }

  private static int less(List<Expr> parts, int left) {
    int rest = left;
    for (int i = 0; i < parts.size() && rest >= 0; i++) {
      rest = less(parts.get(i), rest);
    }
    return rest;
  }

  /** Most conditions ask for symbols to be set, so this is often all there is to do. */
  private boolean isMetIfAllAreY(List<Demand> demands) {
    for (Demand demand : demands) {
      if ((uniform(demand.expr(), Tristate.Y) & ~demand.mask()) != 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a condition surely is not n if all symbols that can be have a value. */
  public boolean isMetByAll(Expr condition, Tristate value) {
    return (uniform(condition, value) & Formula.N) == 0;
  }

  /** Whether a condition surely is n if all symbols that can be have a value. */
  public boolean isMissedByAll(Expr condition, Tristate value) {
    return uniform(condition, value) == Formula.N;
  }

  /** The values that a condition may have if all symbols that can be have the same one. */
  private int uniform(Expr expr, Tristate value) {
    return switch (expr) {
      case Expr.Const(Tristate constant) -> 1 << constant.ordinal();
      case Expr.Symbol(String name) ->
          domains.apply(name) == Domain.NEVER ? Formula.N : 1 << value.ordinal();
      case Expr.Operand operand -> Formula.ALL;
      case Expr.Not not -> Formula.negated(uniform(not.operand(), value));
      case Expr.And and -> uniform(true, and.parts(), value);
      case Expr.Or or -> uniform(false, or.parts(), value);
      case Expr.Compare(Expr.Symbol(String name), Comparison op, Expr.Const(Tristate constant)) -> {
        Domain domain = domains.apply(name);
        boolean sure = (domain == Domain.BOOL || domain == Domain.TRISTATE) && op.isEquality();
        yield !sure
            ? Formula.N | Formula.Y
            : (value == constant) == (op == Comparison.EQUAL) ? Formula.Y : Formula.N;
      }
      case Expr.Compare compare -> Formula.N | Formula.Y;
    };
  }

  private int uniform(boolean and, List<Expr> parts, Tristate value) {
    int mask = and ? Formula.Y : Formula.N;
    for (Expr part : parts) {
      mask = Formula.joined(and, mask, uniform(part, value));
    }
    return mask;
  }

  /** A search through the values, which leaves out what the demands exclude at once. */
  private static final class Search {
    private final Formula[] formulas;
    private final int[] wanted;
    private final Budget budget;
    private int guesses = MOST_GUESSES;

    Search(Formula[] formulas, int[] wanted, Budget budget) {
      this.formulas = formulas;
      this.wanted = wanted;
      this.budget = budget;
    }

    boolean isRefuted(int[] values) {
      Narrowing narrowing = new Narrowing(values);
      do {
        narrowing.changed = false;
        for (int i = 0; i < formulas.length; i++) {
          boolean met = narrowing.require(formulas[i], wanted[i]);
          if (!budget.take(narrowing.takeSteps())) {
            return false;
          }
          if (!met) {
            return true;
          }
        }
      } while (narrowing.changed);
      int open = open(narrowing);
      if (open < 0 || !budget.take(narrowing.takeSteps()) || --guesses < 0) {
        return false;
      }
      int first = Integer.highestOneBit(values[open]);
      int[] one = values.clone();
      one[open] = first;
      int[] rest = values.clone();
      rest[open] &= ~first;
      return isRefuted(one) && isRefuted(rest);
    }

    /** A variable that decides whether a demand is met; none if all are met. */
    private int open(Narrowing narrowing) {
      for (int i = 0; i < formulas.length; i++) {
        if ((narrowing.mask(formulas[i]) & ~wanted[i]) != 0) {
          int open = narrowing.open(formulas[i]);
          if (open >= 0) {
            return open;
          }
        }
      }
      return -1;
    }
  }

  /** The values that variables can have still. */
  private static final class Narrowing {
    private final int[] values;
    private boolean changed;
    private long steps;

    Narrowing(int[] values) {
      this.values = values;
    }

    /** How many parts of conditions were looked at since this was asked last. */
    long takeSteps() {
      long taken = steps;
      steps = 0;
      return taken;
    }

    /** The values that a condition can have; some of them it may have only seemingly. */
    int mask(Formula formula) {
      steps++;
      return switch (formula) {
        case Formula.Leaf leaf -> {
          int left = values[leaf.variable()];
          yield ((left & leaf.ifN()) != 0 ? Formula.N : 0)
              | ((left & leaf.ifM()) != 0 ? Formula.M : 0)
              | ((left & leaf.ifY()) != 0 ? Formula.Y : 0);
        }
        case Formula.Fixed fixed -> fixed.mask();
        case Formula.Not not -> Formula.negated(mask(not.operand()));
        case Formula.Join join -> {
          int mask = join.and() ? Formula.Y : Formula.N;
          for (Formula part : join.parts()) {
            mask = Formula.joined(join.and(), mask, mask(part));
          }
          yield mask;
        }
      };
    }

    /** Takes away what would make a condition none of the wanted; false if nothing is left. */
    boolean require(Formula formula, int wanted) {
      steps++;
      return switch (formula) {
        case Formula.Leaf leaf -> {
          int left = values[leaf.variable()] & leaf.values(wanted);
          if (left != values[leaf.variable()]) {
            values[leaf.variable()] = left;
            changed = true;
          }
          yield left != 0;
        }
        case Formula.Fixed fixed -> (fixed.mask() & wanted) != 0;
        case Formula.Not not -> require(not.operand(), Formula.negated(wanted));
        case Formula.Join join -> {
          int now = mask(join);
          if ((now & wanted) == 0) {
            yield false;
          }
          yield (now & ~wanted) == 0 || require(join, wanted);
        }
      };
    }

    private boolean require(Formula.Join join, int wanted) {
      boolean and = join.and();
      // each part of a conjunction must reach the least that is wanted of the whole
      int each = and ? upFrom(wanted) : Formula.negated(upFrom(Formula.negated(wanted)));
      for (Formula part : join.parts()) {
        if (each != Formula.ALL && !require(part, each)) {
          return false;
        }
      }
      // and one of them must not exceed the most
      int one = and ? Formula.negated(upFrom(Formula.negated(wanted))) : upFrom(wanted);
      if (one == Formula.ALL) {
        return true;
      }
      Formula only = null;
      for (Formula part : join.parts()) {
        int now = mask(part);
        if ((now & one) != 0) {
          if (only != null || (now & ~one) == 0) {
            return true;
          }
          only = part;
        }
      }
      return only != null && require(only, one);
    }

    private static int upFrom(int wanted) {
      int least = Integer.lowestOneBit(wanted);
      return Formula.ALL & ~(least - 1);
    }

    /** A variable of a condition with more than one value left; -1 for none. */
    int open(Formula formula) {
      steps++;
      return switch (formula) {
        case Formula.Leaf leaf ->
            Integer.bitCount(values[leaf.variable()]) > 1 ? leaf.variable() : -1;
        case Formula.Fixed fixed -> -1;
        case Formula.Not not -> open(not.operand());
        case Formula.Join join -> {
          int found = -1;
          for (int i = 0; i < join.parts().length && found < 0; i++) {
            found = open(join.parts()[i]);
          }
          yield found;
        }
      };
    }
  }
}
