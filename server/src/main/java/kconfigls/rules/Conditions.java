package kconfigls.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.expr.Solver;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of statements in a form that proofs can rest on: a macro is unknown, whatever it
 * expands to here, and a bare {@code m} is m only if there are modules.
 */
public final class Conditions {
  /** Stands for the symbol that says whether there are modules; no symbol has this name. */
  static final String MODULES = "modules of this project";

  private static final Expr M = new Expr.And(List.of(Expr.M, new Expr.Symbol(MODULES)));

  /** More than any entry of a real tree has, by far. */
  private static final int MOST_FACTS = 500;

  private Conditions() {}

  /** The properties of a statement as the text has them. */
  public static List<Prop> properties(MenuNode node) {
    return WrittenFile.properties(node.item());
  }

  /** What the blocks around a statement demand and the statement itself, the outermost first. */
  public static List<Fact> facts(MenuNode node) {
    List<Fact> facts = new ArrayList<>();
    for (MenuNode at = node; at != null && facts.size() < MOST_FACTS; at = at.parent()) {
      addOwn(node, at, facts);
    }
    Collections.reverse(facts);
    return facts;
  }

  /** What the blocks around a statement demand, the outermost first. */
  public static List<Fact> inheritedFacts(MenuNode node) {
    return node.parent() == null ? List.of() : facts(node.parent());
  }

  /** The facts, and that the symbol of an entry is set: its selects need that. */
  public static List<Fact> withSymbol(List<Fact> facts, MenuNode node) {
    if (node.symbol() == null || !(node.item() instanceof Item.Entry entry)) {
      return facts;
    }
    List<Fact> all = new ArrayList<>(facts);
    all.add(new Fact(new Expr.Symbol(node.symbol().name()), node, node, entry.nameKey()));
    return all;
  }

  /** What a statement itself demands. */
  public static List<Fact> ownFacts(MenuNode node) {
    List<Fact> facts = new ArrayList<>();
    addOwn(node, node, facts);
    Collections.reverse(facts);
    return facts;
  }

  /** Adds the last first. */
  private static void addOwn(MenuNode entry, MenuNode node, List<Fact> facts) {
    if (node.item() instanceof Item.If block) {
      add(entry, node, block.key(), block.condition(), facts);
    }
    List<Prop> props = properties(node);
    for (int i = props.size() - 1; i >= 0; i--) {
      if (props.get(i) instanceof Prop.Depends depends) {
        add(entry, node, depends.key(), depends.value(), facts);
      }
    }
  }

  private static void add(MenuNode entry, MenuNode node, int key, Expr expr, List<Fact> facts) {
    boolean isJoin = expr instanceof Expr.And;
    List<Expr> conjuncts = isJoin ? expr.conjuncts() : of(expr).conjuncts();
    // what holds of some facts holds of all of them, so that leaving some out is safe
    for (int i = conjuncts.size() - 1; i >= 0 && facts.size() < MOST_FACTS; i--) {
      Expr conjunct = conjuncts.get(i);
      facts.add(new Fact(isJoin ? of(conjunct) : conjunct, entry, node, key));
    }
  }

  /** The conditions under which the prompts of a statement are hidden by menus around it. */
  public static List<Fact> visibility(MenuNode node) {
    List<Fact> facts = new ArrayList<>(0);
    for (MenuNode at = node.parent(); at != null; at = at.parent()) {
      for (Prop prop : properties(at)) {
        if (prop instanceof Prop.Visible visible) {
          facts.add(new Fact(of(visible.value()), at, at, visible.key()));
        }
      }
    }
    return facts;
  }

  /** A condition of a statement; y where there is none. */
  public static Expr of(@Nullable Expr condition) {
    if (condition == null) {
      return Expr.Y;
    }
    if (condition instanceof Expr.Or && Solver.isTooLarge(condition)) {
      return condition; // no proof takes it
    }
    return switch (condition) {
      case Expr.Const(Tristate value) -> value == Tristate.M ? M : condition;
      case Expr.Operand operand -> known(operand);
      case Expr.Compare(Expr.Operand left, Comparison op, Expr.Operand right) -> {
        Expr.Operand a = known(left);
        Expr.Operand b = known(right);
        yield a == left && b == right ? condition : new Expr.Compare(a, op, b);
      }
      case Expr.Not(Expr operand) -> {
        Expr inner = of(operand);
        yield inner == operand ? condition : new Expr.Not(inner);
      }
      case Expr.And(List<Expr> parts) -> {
        List<Expr> changed = of(parts);
        yield changed == parts ? condition : new Expr.And(changed);
      }
      case Expr.Or(List<Expr> parts) -> {
        List<Expr> changed = of(parts);
        yield changed == parts ? condition : new Expr.Or(changed);
      }
    };
  }

  /** The same list where nothing changes: that is so for nearly all. */
  private static List<Expr> of(List<Expr> parts) {
    for (Expr part : parts) {
      if (of(part) != part) {
        return parts.stream().map(Conditions::of).toList();
      }
    }
    return parts;
  }

  private static Expr.Operand known(Expr.Operand operand) {
    return hasMacro(operand) ? Expr.UNKNOWN : operand;
  }

  /** Whether an operand is made by a macro. */
  public static boolean hasMacro(Expr.Operand operand) {
    return switch (operand) {
      case Expr.Symbol(String name) -> name.indexOf('$') >= 0;
      case Expr.Text(String text) -> text.indexOf('$') >= 0;
      case Expr.Const constant -> false;
      case Expr.Unknown unknown -> true;
    };
  }

  /** The symbols that a condition names. */
  public static Set<String> names(Expr condition) {
    if (condition instanceof Expr.Symbol(String name)) {
      return Set.of(name);
    }
    Set<String> names = new LinkedHashSet<>();
    condition.forEachOperand(
        operand -> {
          if (operand instanceof Expr.Symbol(String name)) {
            names.add(name);
          }
        });
    return names;
  }

  /** Whether a condition names one of these symbols. */
  static boolean namesAny(Expr condition, Set<String> names) {
    return switch (condition) {
      case Expr.Symbol(String name) -> names.contains(name);
      case Expr.Operand operand -> false;
      case Expr.Not(Expr operand) -> namesAny(operand, names);
      case Expr.And(List<Expr> parts) -> parts.stream().anyMatch(part -> namesAny(part, names));
      case Expr.Or(List<Expr> parts) -> parts.stream().anyMatch(part -> namesAny(part, names));
      case Expr.Compare(Expr.Operand left, Comparison op, Expr.Operand right) ->
          namesAny(left, names) || namesAny(right, names);
    };
  }

  /** Whether the symbol of an entry may be m, for all that is known. */
  public static boolean mayBeTristate(MenuNode node) {
    return node.symbol() == null
        || node.symbol().type().orElse(SymbolType.TRISTATE) == SymbolType.TRISTATE;
  }

  /** Whether an entry's name or a property holds a macro. */
  static boolean hasMacros(MenuNode node) {
    return node.item() instanceof Item.Entry entry && entry.macros();
  }
}
