package kconfigls.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.expr.Budget;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Numbers;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.values.Value.Origin;
import org.jspecify.annotations.Nullable;

/** Why a symbol cannot be set in a configuration, and what would have to be set for it. */
public final class Hindrances {
  private static final int DEPTH = 5;
  private static final int MAX_ADDITIONS = 8;
  private static final int VALUES = 4;

  /** How many parts of conditions are tried for one symbol; of real trees few need hundreds. */
  private static final long MOST_STEPS = 10_000;

  private final ProjectModel model;
  private final Evaluation evaluation;

  public Hindrances(ProjectModel model, Evaluation evaluation) {
    this.model = model;
    this.evaluation = evaluation;
  }

  /**
   * The parts of what a symbol needs that are too low, for the one of its prompts that is nearest;
   * empty if that is not known, or if its choice is what is off.
   */
  public List<Expr> missing(Symbol symbol, Tristate wanted) {
    List<Expr> best = List.of();
    for (Expr need : needs(symbol)) {
      Set<Expr> missing = new LinkedHashSet<>();
      for (Expr part : need.conjuncts()) {
        Optional<Tristate> worth = evaluation.condition(part);
        if (worth.isPresent() && worth.get().compareTo(wanted) < 0) {
          missing.add(part);
        }
      }
      if (!missing.isEmpty() && (best.isEmpty() || effort(missing) < effort(best))) {
        best = List.copyOf(missing);
      }
    }
    return best;
  }

  /** How far away something is: each part counts, and twice if nobody can set its symbol now. */
  private int effort(Collection<Expr> missing) {
    int effort = 0;
    for (Expr part : missing) {
      String name = symbol(part);
      Value value = name == null ? null : evaluation.value(name);
      effort += value != null && value.visible() != Tristate.N ? 1 : 2;
    }
    return effort;
  }

  /** What each of a symbol's prompts needs to be shown. */
  private List<Expr> needs(Symbol symbol) {
    List<Expr> needs = new ArrayList<>();
    for (MenuNode node : symbol.nodes()) {
      Prop.Prompt prompt = node.prompt().orElse(null);
      if (prompt != null) {
        Expr own = prompt.condition() == null ? Expr.Y : prompt.condition();
        Expr all = Expr.and(Expr.and(node.dependency(), own), node.inheritedVisibility());
        needs.add(isHiddenAllTheSame(symbol, all) ? Expr.and(all, choiceIsShown(node)) : all);
      }
    }
    return needs;
  }

  /** Whether a prompt is not shown though all holds that it needs: its choice may be hidden. */
  private boolean isHiddenAllTheSame(Symbol symbol, Expr need) {
    Value value = evaluation.value(symbol.name());
    return value != null
        && value.visible() == Tristate.N
        && evaluation.condition(need).filter(worth -> worth != Tristate.N).isPresent();
  }

  /** The condition of the prompt of the choice that an entry is in; y for none. */
  private static Expr choiceIsShown(MenuNode node) {
    MenuNode choice = node.choice();
    Prop.Prompt prompt = choice == null ? null : choice.prompt().orElse(null);
    return prompt == null || prompt.condition() == null ? Expr.Y : prompt.condition();
  }

  /** What the symbols of a part are, in words: {@code `A` is n, `B` is 7}. */
  public String values(Expr part) {
    Set<String> names = new LinkedHashSet<>();
    part.forEachOperand(
        operand -> {
          if (operand instanceof Expr.Symbol(String name) && !Numbers.isNumber(name)) {
            names.add(name);
          }
        });
    return names.isEmpty()
        ? describe(part)
        : names.stream().limit(VALUES).map(this::is).collect(Collectors.joining(", "));
  }

  /** A part that is too low, in words: {@code `B` is n}. */
  public String describe(Expr part) {
    return switch (part) {
      case Expr.Symbol(String name) -> is(name);
      case Expr.Not(Expr.Symbol(String name)) -> is(name);
      case Expr.Const constant when constant.value() == Tristate.M -> "there are no modules";
      case Expr.Compare(Expr.Symbol(String name), Comparison op, Expr.Operand right) ->
          "`" + ExprPrinter.print(part) + "` does not hold, " + is(name);
      default -> "`" + ExprPrinter.print(part) + "` is " + worth(part);
    };
  }

  private String worth(Expr part) {
    return evaluation.condition(part).map(Tristate::text).orElse("unknown");
  }

  private String is(String name) {
    Value value = evaluation.value(name);
    if (value == null) {
      return "`" + name + "` is not defined";
    }
    return "`" + name + "` is " + (value.text().isEmpty() ? "empty" : value.text());
  }

  /**
   * What else must be set so that a symbol can be; empty if only somebody who knows the tree can
   * tell. The values by symbol, those that others need first.
   *
   * @param builtIn whether tristates are to be y rather than m where either would do
   */
  public Map<String, String> additions(Symbol symbol, Tristate wanted, boolean builtIn) {
    Budget budget = Budget.of(MOST_STEPS);
    for (Expr need : needs(symbol)) {
      Additions additions = new Additions(builtIn, budget);
      if (satisfy(need, wanted, DEPTH, additions) && additions.values.size() <= MAX_ADDITIONS) {
        return additions.values;
      }
    }
    return Map.of();
  }

  /** What is collected while one way is tried. */
  private static final class Additions {
    final boolean builtIn;
    final Budget budget;
    final Map<String, String> values = new LinkedHashMap<>();

    Additions(boolean builtIn, Budget budget) {
      this.builtIn = builtIn;
      this.budget = budget;
    }

    Additions copy() {
      Additions copy = new Additions(builtIn, budget);
      copy.values.putAll(values);
      return copy;
    }
  }

  private boolean satisfy(Expr expr, Tristate wanted, int depth, Additions additions) {
    if (!additions.budget.take(1)) {
      return false;
    }
    Optional<Tristate> worth = evaluation.condition(expr);
    if (worth.isEmpty() || worth.get().compareTo(wanted) >= 0) {
      return worth.isPresent();
    }
    return switch (expr) {
      case Expr.And and -> {
        boolean all = true;
        for (Expr part : and.parts()) {
          all = all && satisfy(part, wanted, depth, additions);
        }
        yield all;
      }
      case Expr.Or or -> or.parts().stream().anyMatch(p -> attempt(p, wanted, depth, additions));
      case Expr.Symbol(String name) -> raise(name, wanted, depth, additions);
      case Expr.Not(Expr.Symbol(String name)) -> lower(name, additions);
      case Expr.Compare(Expr.Symbol(String name), Comparison op, Expr.Const(Tristate value)) ->
          (op == Comparison.EQUAL && value == Tristate.Y)
                  || (op == Comparison.UNEQUAL && value == Tristate.N)
              ? raise(name, Tristate.Y, depth, additions)
              : (op == Comparison.EQUAL) == (value == Tristate.N) && lower(name, additions);
      default -> false;
    };
  }

  private boolean attempt(Expr part, Tristate wanted, int depth, Additions additions) {
    Additions tried = additions.copy();
    boolean done = satisfy(part, wanted, depth, tried);
    if (done) {
      additions.values.putAll(tried.values);
    }
    return done;
  }

  private boolean raise(String name, Tristate wanted, int depth, Additions additions) {
    Symbol symbol = model.symbol(name);
    Value value = evaluation.value(name);
    if (symbol == null
        || value == null
        || depth == 0
        || isMemberBesideAnother(name)
        || "n".equals(additions.values.get(name))) {
      return false;
    }
    if (!value.isLogic() || !hasPrompt(symbol)) {
      return false;
    }
    boolean either = value.is(SymbolType.TRISTATE) && wanted == Tristate.M;
    return either && !additions.builtIn
        ? raiseTo(symbol, Tristate.M, Tristate.M, depth, additions)
        : raiseTo(symbol, Tristate.Y, either ? Tristate.Y : wanted, depth, additions)
            || (either && raiseTo(symbol, Tristate.M, Tristate.M, depth, additions));
  }

  /** Sets a symbol, and what one of its prompts needs. */
  private boolean raiseTo(
      Symbol symbol, Tristate own, Tristate needed, int depth, Additions additions) {
    for (Expr need : needs(symbol)) {
      Additions tried = additions.copy();
      if (satisfy(need, needed, depth - 1, tried)) {
        additions.values.putAll(tried.values);
        additions.values.put(symbol.name(), own.text());
        return true;
      }
    }
    return false;
  }

  /** A member of a choice takes the place of the one that is on: that is for somebody to decide. */
  private boolean isMemberBesideAnother(String name) {
    return !evaluation.choice(name).isEmpty();
  }

  private boolean lower(String name, Additions additions) {
    Value value = evaluation.value(name);
    boolean possible =
        value != null
            && value.visible() != Tristate.N
            && value.origin() != Origin.SELECTED
            && evaluation.choice(name).isEmpty()
            && !additions.values.containsKey(name);
    if (possible) {
      additions.values.put(name, "n");
    }
    return possible;
  }

  /** The first symbol of a part; null if it names none. */
  public static @Nullable String symbol(Expr part) {
    List<String> names = new ArrayList<>();
    part.forEachOperand(
        operand -> {
          if (operand instanceof Expr.Symbol(String name)) {
            names.add(name);
          }
        });
    return names.isEmpty() ? null : names.getFirst();
  }

  /** Whether somebody can be asked for the value of a symbol at all. */
  public static boolean hasPrompt(Symbol symbol) {
    return symbol.nodes().stream().anyMatch(node -> node.prompt().isPresent());
  }
}
