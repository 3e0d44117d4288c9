package kconfigls.model;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import kconfigls.dialect.Feature;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.expr.Normal;
import kconfigls.expr.Tristate;
import kconfigls.outline.Item;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/**
 * The menu as a configuration program shows it: {@code if} blocks are gone, and what follows an
 * entry and depends on it is shown below it: the language page, C.3 (menu_finalize in menu.c).
 */
public final class MenuLayout {
  /** Submenus may nest as deep; what would be deeper stands beside the deepest. */
  private static final int MOST_SUBMENUS = 500;

  /** An entry, menu, choice or comment with what is shown below it. */
  public record Shown(MenuNode node, List<Shown> below) {}

  private final Map<MenuNode, Expr> dependencies = new IdentityHashMap<>();
  private final Map<MenuNode, MenuNode> parents = new IdentityHashMap<>();
  private final Normal normal;
  private final boolean oldChoices;
  private int submenus;
  private final boolean heedsNegation;
  private final boolean heedsNeedOnly;
  private final Expr modules;

  MenuLayout(ProjectModel model) {
    Predicate<String> isBool =
        name -> {
          Symbol symbol = model.symbol(name);
          return symbol != null && symbol.is(SymbolType.BOOL);
        };
    this.normal = new Normal(isBool);
    this.oldChoices = model.spec().dialect().has(Feature.TRISTATE_CHOICE);
    this.heedsNegation = model.spec().dialect().has(Feature.CONDITIONAL_DEPENDS);
    this.heedsNeedOnly = model.spec().dialect().has(Feature.PLAIN_SUBMENUS);
    this.modules = modules(model);
  }

  private static Expr modules(ProjectModel model) {
    return model.symbols().values().stream()
        .filter(symbol -> symbol.nodes().stream().anyMatch(ModulesMark::isOn))
        .findFirst()
        .<Expr>map(symbol -> new Expr.Symbol(symbol.name()))
        .orElse(Expr.N);
  }

  /**
   * Where statements are shown.
   *
   * @param nodes neighbours in the menu tree, in order; never none
   * @return for each statement below them the one that it is shown below; those of the top have
   *     none
   */
  public static Map<MenuNode, MenuNode> parents(ProjectModel model, List<MenuNode> nodes) {
    MenuLayout layout = new MenuLayout(model);
    MenuNode around = nodes.getFirst().parent();
    boolean inChoice = around != null && layout.forbidsSubmenus(around);
    for (Shown slot : layout.flat(layout.arranged(nodes, inChoice))) {
      layout.collect(slot);
    }
    return layout.parents;
  }

  /** The whole menu, from the top; statements without a prompt stand where they would be. */
  public static List<Shown> shown(ProjectModel model) {
    MenuLayout layout = new MenuLayout(model);
    return layout.flat(layout.arranged(model.menu().children(), false));
  }

  /**
   * The statements that are shown below no other of them.
   *
   * @param nodes neighbours in the menu tree, in order; never none
   */
  List<MenuNode> top(List<MenuNode> nodes) {
    MenuNode around = nodes.getFirst().parent();
    boolean inChoice = around != null && forbidsSubmenus(around);
    return flat(arranged(nodes, inChoice)).stream().map(Shown::node).toList();
  }

  private void collect(Shown slot) {
    for (Shown below : slot.below()) {
      parents.put(below.node(), slot.node());
      collect(below);
    }
  }

  private List<Shown> arranged(List<MenuNode> nodes, boolean inChoice) {
    List<Shown> slots = new ArrayList<>(nodes.size());
    for (int next = 0; next < nodes.size(); ) {
      next = arrange(nodes, next, inChoice, slots);
    }
    return slots;
  }

  /**
   * Adds a node with what belongs below it, and returns the index of the first one that does not.
   */
  private int arrange(List<MenuNode> nodes, int index, boolean inChoice, List<Shown> slots) {
    MenuNode node = nodes.get(index);
    int next = index + 1;
    List<Shown> below = new ArrayList<>();
    if (!node.children().isEmpty()) {
      below = arranged(node.children(), forbidsSubmenus(node));
    } else if (node.symbol() != null && !inChoice && submenus < MOST_SUBMENUS) {
      submenus++;
      while (next < nodes.size() && belongsBelow(node, nodes.get(next))) {
        next = arrange(nodes, next, false, below);
      }
      submenus--;
    }
    slots.add(new Shown(node, flat(below)));
    return next;
  }

  private boolean forbidsSubmenus(MenuNode block) {
    return block.item() instanceof Item.Choice && !oldChoices;
  }

  /** Without {@code if} blocks, and with what stands below others without a prompt beside them. */
  private List<Shown> flat(List<Shown> slots) {
    List<Shown> flat = new ArrayList<>(slots.size());
    for (Shown slot : slots) {
      if (hasPrompt(slot.node())) {
        flat.add(slot);
        continue;
      }
      if (!(slot.node().item() instanceof Item.If)) {
        flat.add(new Shown(slot.node(), List.of()));
      }
      flat.addAll(flat(slot.below()));
    }
    return flat;
  }

  private static boolean hasPrompt(MenuNode node) {
    return switch (node.item()) {
      case Item.Entry entry -> node.prompt().isPresent();
      case Item.Choice choice -> node.prompt().isPresent();
      case Item.If block -> false;
      default -> true;
    };
  }

  private boolean belongsBelow(MenuNode node, MenuNode next) {
    String name = String.valueOf(node.symbol());
    Expr condition = shownIf(next);
    if (!contains(condition, name)) {
      return false;
    }
    if (condition.conjuncts().stream().anyMatch(part -> needs(part, name))) {
      return true;
    }
    if (heedsNeedOnly || (heedsNegation && negates(condition, name))) {
      return false;
    }
    Expr own = node.prompt().isPresent() ? shownIf(node) : Expr.Y;
    List<Expr> parts = normal.compared(condition).conjuncts();
    Expr wanted = normal.compared(own);
    return parts.contains(wanted) || parts.containsAll(wanted.conjuncts());
  }

  /** The condition of a statement's prompt, or of the statement if it has none. */
  private Expr shownIf(MenuNode node) {
    Expr dependency = dependency(node);
    if (node.prompt().isEmpty()) {
      return dependency;
    }
    Expr condition = node.prompt().get().condition();
    Expr more = Expr.and(condition == null ? Expr.Y : condition, node.inheritedVisibility());
    return normal.of(Expr.and(dependency, withModules(more)));
  }

  private Expr dependency(MenuNode node) {
    Expr known = dependencies.get(node);
    if (known == null) {
      known = normal.of(Expr.and(inherited(node.parent()), withModules(node.ownDependency())));
      dependencies.put(node, known);
    }
    return known;
  }

  /** Until 6.10 members depend on their choice as if it were a symbol. */
  private Expr inherited(@Nullable MenuNode parent) {
    if (parent == null) {
      return Expr.Y;
    }
    return oldChoices && parent.item() instanceof Item.Choice
        ? new Expr.Symbol("<choice " + System.identityHashCode(parent) + ">")
        : dependency(parent);
  }

  /** A bare {@code m} is m only if there are modules. */
  private Expr withModules(Expr expr) {
    return switch (expr) {
      case Expr.Const(Tristate value) when value == Tristate.M -> Expr.and(expr, modules);
      case Expr.Operand operand -> operand;
      case Expr.Compare compare -> compare;
      case Expr.Not not -> new Expr.Not(withModules(not.operand()));
      case Expr.And and -> new Expr.And(and.parts().stream().map(this::withModules).toList());
      case Expr.Or or -> new Expr.Or(or.parts().stream().map(this::withModules).toList());
    };
  }

  private static boolean contains(Expr expr, String name) {
    boolean[] found = {false};
    expr.forEachOperand(
        operand -> found[0] |= operand instanceof Expr.Symbol(String each) && each.equals(name));
    return found[0];
  }

  /** Whether a part of a condition is n if the symbol is. */
  private static boolean needs(Expr part, String name) {
    return switch (part) {
      case Expr.Symbol(String each) -> each.equals(name);
      case Expr.Compare(Expr.Symbol(String each), Comparison op, Expr.Const(Tristate value)) ->
          each.equals(name) && op == (value == Tristate.N ? Comparison.UNEQUAL : Comparison.EQUAL);
      default -> false;
    };
  }

  private static boolean negates(Expr expr, String name) {
    return switch (expr) {
      case Expr.Not(Expr.Symbol(String each)) -> each.equals(name);
      case Expr.Compare(Expr.Symbol(String each), Comparison op, Expr.Const(Tristate value)) ->
          each.equals(name) && op == (value == Tristate.N ? Comparison.EQUAL : Comparison.UNEQUAL);
      case Expr.And and -> and.parts().stream().anyMatch(part -> negates(part, name));
      case Expr.Or or -> or.parts().stream().anyMatch(part -> negates(part, name));
      default -> false;
    };
  }
}
