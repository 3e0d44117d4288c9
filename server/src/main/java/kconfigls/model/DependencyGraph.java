package kconfigls.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.expr.Simplifier;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/**
 * From each symbol to those that its value is computed from, as the C program's check for recursive
 * dependencies follows them (sym_check_sym_deps of scripts/kconfig/symbol.c, 6.1 to 7.2).
 * Kconfiglib follows all dependencies of an entry, and the bounds of ranges, too.
 */
public final class DependencyGraph {
  /** Why one symbol's value needs another's. */
  public enum Why {
    DEPENDS_ON,
    SELECTED_BY,
    IMPLIED_BY,
    SELECTED_OR_IMPLIED_IF,
    DEFAULT_CONTAINS
  }

  /**
   * An edge.
   *
   * @param node the entry that states it
   * @param key its place in the node's file
   */
  public record Edge(Symbol from, Symbol to, Why why, MenuNode node, int key) {}

  /** How many edges are looked at; Linux needs 130,000. */
  private static final int MOST_EDGES = 1 << 22;

  private final Map<String, Symbol> symbols;
  private final boolean all;
  private final List<Out> outs;
  private final List<Symbol> nodes = new ArrayList<>();
  private int edgesLeft = MOST_EDGES;

  private DependencyGraph(Map<String, Symbol> symbols, boolean all) {
    this.symbols = symbols;
    this.all = all;
    this.outs = new ArrayList<>(Collections.nCopies(symbols.size(), Out.NONE));
  }

  public static DependencyGraph of(ProjectModel model) {
    boolean all = model.spec().dialect().has(Feature.EVERY_LOOP_REFUSED);
    DependencyGraph graph = new DependencyGraph(model.symbols(), all);
    graph.walk(model.menu(), List.of(), Set.of());
    return graph;
  }

  /** The edges that leave a symbol, one for each symbol that they lead to. */
  public List<Edge> from(Symbol symbol) {
    return Collections.unmodifiableList(outs.get(symbol.ordinal()).edges);
  }

  /** The symbols that an edge leaves. */
  public List<Symbol> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** How many symbols the project has: all ordinals are less. */
  int size() {
    return outs.size();
  }

  /** The edges that leave one symbol; most have few, so a set of their ends comes late. */
  private static final class Out {
    static final Out NONE = new Out(List.of());
    private static final int FEW = 8;

    private final List<Edge> edges;
    private Set<Symbol> ends = Set.of();

    private Out(List<Edge> edges) {
      this.edges = edges;
    }

    boolean leadsTo(Symbol symbol) {
      if (edges.size() > FEW) {
        return ends.contains(symbol);
      }
      for (Edge edge : edges) {
        if (edge.to() == symbol) {
          return true;
        }
      }
      return false;
    }

    void add(Edge edge) {
      edges.add(edge);
      if (edges.size() == FEW + 1) {
        ends = new HashSet<>();
        edges.forEach(one -> ends.add(one.to()));
      } else if (edges.size() > FEW) {
        ends.add(edge.to());
      }
    }
  }

  /** A symbol in a dependency, and what states it. */
  private record Needed(Symbol symbol, int key, MenuNode node) {}

  /**
   * Adds the edges of a statement and of those in it.
   *
   * @param shown the symbols that decide whether the menus around it show it
   */
  private void walk(MenuNode node, List<Needed> inherited, Set<Symbol> shown) {
    List<Needed> own = dependencies(node);
    List<Needed> all = inherited;
    if (!own.isEmpty()) {
      all = new ArrayList<>(inherited);
      all.addAll(own);
    }
    if (node.symbol() != null) {
      entry(node, node.symbol(), all, shown);
    }
    if (!node.children().isEmpty()) {
      List<Needed> distinct = own.isEmpty() ? inherited : distinct(all);
      boolean shows = node.props().stream().anyMatch(prop -> prop instanceof Prop.Visible);
      Set<Symbol> inside =
          shows ? symbols(node.children().getFirst().inheritedVisibility()) : shown;
      node.children().forEach(child -> walk(child, distinct, inside));
    }
  }

  /** The first for each symbol: more add no edge. */
  private static List<Needed> distinct(List<Needed> all) {
    Map<Symbol, Needed> first = new LinkedHashMap<>();
    all.forEach(needed -> first.putIfAbsent(needed.symbol(), needed));
    return List.copyOf(first.values());
  }

  private List<Needed> dependencies(MenuNode node) {
    List<Needed> own = new ArrayList<>(0);
    collect(node.condition(), node.item().key(), node, own);
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Depends depends) {
        collect(depends.value(), depends.key(), node, own);
      }
    }
    return own;
  }

  private void collect(@Nullable Expr expr, int key, MenuNode node, List<Needed> into) {
    if (expr != null && !expr.equals(Expr.Y)) {
      symbols(expr).forEach(symbol -> into.add(new Needed(symbol, key, node)));
    }
  }

  /** The symbols of a condition, each once. */
  private Set<Symbol> symbols(Expr expr) {
    Set<Symbol> found = new LinkedHashSet<>();
    Simplifier.fold(expr)
        .forEachOperand(
            operand -> {
              Symbol symbol =
                  operand instanceof Expr.Symbol(String name) ? symbols.get(name) : null;
              if (symbol != null) {
                found.add(symbol);
              }
            });
    return found;
  }

  private void entry(MenuNode node, Symbol symbol, List<Needed> dependencies, Set<Symbol> shown) {
    boolean guarded = all;
    for (Prop prop : node.props()) {
      List<Needed> needed = new ArrayList<>(0);
      Why why = Why.DEPENDS_ON;
      switch (prop) {
        case Prop.Prompt prompt -> {
          guarded = true;
          collect(prompt.condition(), prompt.key(), node, needed);
          shown.forEach(other -> needed.add(new Needed(other, prompt.key(), node)));
        }
        case Prop.Default def -> {
          guarded = true;
          why = Why.DEFAULT_CONTAINS;
          collect(def.value(), def.key(), node, needed);
          collect(def.condition(), def.key(), node, needed);
        }
        case Prop.Range range -> {
          guarded = true;
          collect(range.condition(), range.key(), node, needed);
          if (all) {
            collect(range.low(), range.key(), node, needed);
            collect(range.high(), range.key(), node, needed);
          }
        }
        case Prop.Select select -> select(node, symbol, select, dependencies);
        case Prop.Type type -> {}
        case Prop.Depends depends -> {}
        case Prop.Visible visible -> {}
        case Prop.Option option -> {}
        case Prop.Flag flag -> {}
        case Prop.SetValue set -> {}
        case Prop.Help help -> {}
      }
      add(symbol, needed, why);
    }
    if (guarded) {
      add(symbol, dependencies, Why.DEPENDS_ON);
    }
  }

  private void select(
      MenuNode node, Symbol selector, Prop.Select select, List<Needed> dependencies) {
    Symbol target = symbols.get(select.target());
    if (target == null) {
      return;
    }
    Why why = select.imply() ? Why.IMPLIED_BY : Why.SELECTED_BY;
    add(target, List.of(new Needed(selector, select.key(), node)), why);
    List<Needed> needed = new ArrayList<>(0);
    collect(select.condition(), select.key(), node, needed);
    add(target, needed, Why.SELECTED_OR_IMPLIED_IF);
    add(target, dependencies, Why.SELECTED_OR_IMPLIED_IF);
  }

  private void add(Symbol from, List<Needed> needed, Why why) {
    edgesLeft -= Math.min(edgesLeft, needed.size());
    if (needed.isEmpty() || edgesLeft == 0) {
      return;
    }
    Out out = outs.get(from.ordinal());
    if (out == Out.NONE) {
      out = new Out(new ArrayList<>(needed.size()));
      outs.set(from.ordinal(), out);
      nodes.add(from);
    }
    for (Needed to : needed) {
      if (!out.leadsTo(to.symbol()) && !areSiblings(from, to.symbol())) {
        out.add(new Edge(from, to.symbol(), why, to.node(), to.key()));
      }
    }
  }

  /** Members of one choice: what they need of one another is a matter of the choice. */
  private static boolean areSiblings(Symbol a, Symbol b) {
    MenuNode choice = a.nodes().isEmpty() ? null : a.nodes().getFirst().choice();
    return choice != null && a != b && b.nodes().stream().anyMatch(node -> node.choice() == choice);
  }
}
