package kconfigls.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.DependencyGraph.Edge;
import kconfigls.model.DependencyGraph.Why;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edges of a dependency graph (sym_check_deps of scripts/kconfig/symbol.c; _build_dep of
 * Kconfiglib). For the C program a symbol needs what any of its entries depends on. Kconfiglib
 * joins the dependencies of the entries by "or": one without any makes them vanish, but its
 * prompts, defaults and selects need what their own entry depends on.
 */
final class DependencyWalk {
  /** How many edges are looked at; Linux needs 130,000. */
  private static final int MOST_EDGES = 1 << 22;

  private final Dialect dialect;
  private final Map<String, Symbol> symbols;
  private final LoopConditions conditions;
  private final DependencyGraph graph;

  /** Whether the bounds of ranges count, and of an entry's prompts the last: Kconfiglib. */
  private final boolean python;

  /** Symbols with an entry that depends on nothing, where such entries count. */
  private final Set<Symbol> free = Collections.newSetFromMap(new IdentityHashMap<>());

  private final ChoiceMembers members;
  private final Map<Symbol, List<Symbol>> choices = new IdentityHashMap<>();
  private int edgesLeft = MOST_EDGES;

  private DependencyWalk(ProjectModel model) {
    dialect = model.spec().dialect();
    symbols = model.symbols();
    conditions = new LoopConditions(dialect, symbols);
    python = dialect.has(Feature.EVERY_LOOP_REFUSED);
    members = new ChoiceMembers(model);
    graph = new DependencyGraph(symbols.size(), choices);
  }

  static DependencyGraph of(ProjectModel model) {
    DependencyWalk walk = new DependencyWalk(model);
    walk.prepare(model.menu(), walk.dialect.has(Feature.OPEN_ENTRY_ENDS_LOOP), new HashMap<>());
    walk.walk(model.menu(), Around.NOTHING);
    return walk.graph;
  }

  /** A symbol in a condition, and what states it. */
  private record Needed(Symbol symbol, int key, MenuNode node) {}

  /**
   * What the blocks around a statement need.
   *
   * @param needed the first statement for each symbol
   * @param never whether one of the conditions is n, so that what it guards is not looked at
   * @param shown the {@code visible if} of the menus
   */
  private record Around(Map<Symbol, Needed> needed, boolean never, Expr shown) {
    static final Around NOTHING = new Around(Map.of(), false, Expr.Y);
  }

  /** Finds the members of choices, and the symbols with an entry that depends on nothing. */
  private void prepare(MenuNode node, boolean isFree, Map<Object, List<Symbol>> found) {
    boolean free = isFree && node.ownDependency().equals(Expr.Y);
    if (free && node.symbol() != null && !node.isConfigdefault()) {
      this.free.add(node.symbol());
    }
    boolean inside = free && !isNeededByMembers(node);
    node.children().forEach(child -> prepare(child, inside, found));
    if (node.item() instanceof Item.Choice choice) {
      Object id = choice.name() == null ? node : choice.name();
      List<Symbol> all = found.computeIfAbsent(id, key -> new ArrayList<>());
      for (Symbol member : members.of(node)) {
        if (choices.putIfAbsent(member, all) == null) {
          all.add(member);
        }
      }
    }
  }

  /** Adds the edges of a statement and of those in it. */
  private void walk(MenuNode node, Around around) {
    Expr own = node.ownDependency();
    Around here = own.equals(Expr.Y) ? around : within(node, own, around);
    if (node.symbol() != null) {
      entry(node, node.symbol(), here);
    } else if (node.item() instanceof Item.Choice) {
      choice(node, here);
    }
    if (!node.children().isEmpty()) {
      boolean shows = node.props().stream().anyMatch(prop -> prop instanceof Prop.Visible);
      Expr shown = shows ? node.children().getFirst().inheritedVisibility() : here.shown();
      Around inside =
          isNeededByMembers(node)
              ? new Around(Map.of(), false, shown)
              : new Around(here.needed(), here.never(), shown);
      node.children().forEach(child -> walk(child, inside));
    }
  }

  /** Whether this is a choice that its members need, and not what the choice depends on. */
  private boolean isNeededByMembers(MenuNode node) {
    return node.item() instanceof Item.Choice && dialect.has(Feature.TRISTATE_CHOICE);
  }

  private Around within(MenuNode node, Expr own, Around around) {
    if (around.never() || conditions.isNever(own)) {
      return new Around(Map.of(), true, around.shown());
    }
    Map<Symbol, Needed> all = new LinkedHashMap<>(around.needed());
    stated(node, node.condition(), node.item().key(), all);
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Depends depends) {
        stated(node, depends.value(), depends.key(), all);
      }
    }
    if (conditions.mayVanish(own, around.needed().keySet())) {
      all.keySet().retainAll(conditions.simplified(node.dependency()));
    }
    edgesLeft -= Math.min(edgesLeft, all.size());
    return new Around(all, false, around.shown());
  }

  private void stated(MenuNode node, Expr condition, int key, Map<Symbol, Needed> into) {
    for (Symbol symbol : conditions.symbols(condition)) {
      into.putIfAbsent(symbol, new Needed(symbol, key, node));
    }
  }

  /** What a property's condition needs beside what its entry depends on; null if it is n. */
  private @Nullable List<Needed> needed(
      MenuNode node, @Nullable Expr condition, int key, Around around) {
    if (around.never() || (condition != null && conditions.isNever(condition))) {
      return null;
    }
    if (condition == null) {
      return List.of();
    }
    Set<Symbol> found = conditions.symbols(condition);
    if (conditions.mayVanish(condition, around.needed().keySet())) {
      edgesLeft -= Math.min(edgesLeft, around.needed().size());
      found.retainAll(conditions.simplified(Expr.and(node.dependency(), condition)));
    }
    return found.stream().map(symbol -> new Needed(symbol, key, node)).toList();
  }

  private void entry(MenuNode node, Symbol symbol, Around around) {
    boolean guarded = !free.contains(symbol) && !node.isConfigdefault();
    for (Prop prop : node.props()) {
      guarded |= property(node, symbol, prop, around);
    }
    if (guarded) {
      add(symbol, around.needed().values(), Why.DEPENDS_ON, null);
    }
  }

  /** Adds the edges of a property; whether it needs what its entry depends on. */
  private boolean property(MenuNode node, Symbol symbol, Prop prop, Around around) {
    return switch (prop) {
      case Prop.Prompt prompt -> prompt(node, symbol, prompt, around);
      case Prop.Default def -> {
        addAll(symbol, node, def.value(), def.key(), Why.DEFAULT_CONTAINS);
        List<Needed> needed = needed(node, def.condition(), def.key(), around);
        yield addAll(symbol, needed, Why.DEFAULT_CONTAINS, null);
      }
      case Prop.Range range -> {
        if (python) {
          addAll(symbol, node, range.low(), range.key(), Why.DEPENDS_ON);
          addAll(symbol, node, range.high(), range.key(), Why.DEPENDS_ON);
        }
        List<Needed> needed = needed(node, range.condition(), range.key(), around);
        yield addAll(symbol, needed, Why.DEPENDS_ON, null);
      }
      case Prop.Select select -> {
        select(node, symbol, select, around);
        yield false;
      }
      case Prop.Type type -> false;
      case Prop.Depends depends -> false;
      case Prop.Visible visible -> false;
      case Prop.Option option -> false;
      case Prop.Flag flag -> false;
      case Prop.SetValue set -> false;
      case Prop.Help help -> false;
    };
  }

  private boolean prompt(MenuNode node, Symbol symbol, Prop.Prompt prompt, Around around) {
    if (python && prompt != node.prompt().orElse(null)) {
      return false;
    }
    Expr condition = prompt.condition() == null ? Expr.Y : prompt.condition();
    Expr whole = Expr.and(around.shown(), condition);
    return addAll(symbol, needed(node, whole, prompt.key(), around), Why.DEPENDS_ON, null);
  }

  private void select(MenuNode node, Symbol selector, Prop.Select select, Around around) {
    Symbol target = symbols.get(select.target());
    List<Needed> needed = needed(node, select.condition(), select.key(), around);
    if (target == null || (python && needed == null)) {
      return;
    }
    Why why = select.imply() ? Why.IMPLIED_BY : Why.SELECTED_BY;
    add(target, List.of(new Needed(selector, select.key(), node)), why, null);
    Why condition = select.imply() ? Why.IMPLIED_IF : Why.SELECTED_IF;
    addAll(target, needed, condition, selector);
    if (free.contains(selector)) {
      // else they are reached by way of the selector
      add(target, around.needed().values(), condition, selector);
    }
  }

  /** A choice's prompts and defaults need what it depends on, as do its members. */
  private void choice(MenuNode node, Around around) {
    Symbol first = members.of(node).stream().findFirst().orElse(null);
    if (first == null) {
      return;
    }
    boolean guarded = !dialect.has(Feature.TRISTATE_CHOICE);
    for (Prop prop : node.props()) {
      guarded |=
          switch (prop) {
            case Prop.Prompt prompt -> {
              Expr condition = prompt.condition() == null ? Expr.Y : prompt.condition();
              Expr whole = Expr.and(around.shown(), condition);
              List<Needed> needed = needed(node, whole, prompt.key(), around);
              yield addAll(first, needed, Why.CHOICE_NEEDS, null);
            }
            case Prop.Default def -> {
              List<Needed> needed = needed(node, def.condition(), def.key(), around);
              yield addAll(first, needed, Why.CHOICE_NEEDS, null);
            }
            default -> false;
          };
    }
    if (guarded) {
      add(first, around.needed().values(), Why.CHOICE_NEEDS, null);
    }
  }

  private void addAll(Symbol from, MenuNode node, Expr expr, int key, Why why) {
    Collection<Needed> needed =
        conditions.symbols(expr).stream().map(to -> new Needed(to, key, node)).toList();
    add(from, needed, why, null);
  }

  private boolean addAll(Symbol from, @Nullable List<Needed> needed, Why why, @Nullable Symbol by) {
    if (needed != null) {
      add(from, needed, why, by);
    }
    return needed != null;
  }

  private void add(Symbol from, Collection<Needed> needed, Why why, @Nullable Symbol by) {
    edgesLeft -= Math.min(edgesLeft, needed.size());
    if (edgesLeft == 0) {
      return;
    }
    for (Needed to : needed) {
      Edge edge = new Edge(from, to.symbol(), why, by, to.node(), to.key());
      if (isToldOfChoice(from, to.symbol(), why)) {
        graph.addOfMembers(edge);
      } else {
        graph.add(edge);
      }
    }
  }

  /** A member that depends on another one, where a rule of its own says so. */
  private boolean isToldOfChoice(Symbol from, Symbol to, Why why) {
    return why == Why.DEPENDS_ON
        && from != to
        && dialect.has(Feature.CHOICE_PROMPT_NEEDED)
        && choices.containsKey(from)
        && choices.get(from) == choices.get(to);
  }
}
