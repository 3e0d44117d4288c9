package kconfigls.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * From each symbol to those that its value is computed from, as the original programs follow them
 * when they look for loops. The members of a choice are one group.
 */
public final class DependencyGraph {
  /** Why one symbol's value needs another's. */
  public enum Why {
    DEPENDS_ON,
    SELECTED_BY,
    IMPLIED_BY,
    SELECTED_IF,
    IMPLIED_IF,
    DEFAULT_CONTAINS,
    /** The choice of the first has the second in its conditions. */
    CHOICE_NEEDS,
    /** Both are members of one choice. */
    SAME_CHOICE
  }

  /**
   * An edge.
   *
   * @param by what selects or implies the first symbol on the condition of the second; else null
   * @param node the statement that states it
   * @param key its place in the node's file
   */
  public record Edge(
      Symbol from, Symbol to, Why why, @Nullable Symbol by, MenuNode node, int key) {}

  private final List<Out> outs;
  private final List<Symbol> nodes = new ArrayList<>();
  private final Map<Symbol, List<Symbol>> choices;
  private final Map<Symbol, List<Edge>> ofMembers = new IdentityHashMap<>();

  /**
   * @param size how many symbols there are: all ordinals are less
   * @param choices all members of its choice for each member, the same list for all of them
   */
  DependencyGraph(int size, Map<Symbol, List<Symbol>> choices) {
    this.outs = new ArrayList<>(Collections.nCopies(size, Out.NONE));
    this.choices = choices;
  }

  public static DependencyGraph of(ProjectModel model) {
    return DependencyWalk.of(model);
  }

  /** The edges that leave a symbol, one for each symbol that they lead to. */
  public List<Edge> from(Symbol symbol) {
    return Collections.unmodifiableList(outs.get(symbol.ordinal()).edges);
  }

  /** The symbols that an edge leaves. */
  public List<Symbol> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** What members of a choice depend on of the same choice, and what no edge stands for. */
  Map<Symbol, List<Edge>> ofMembers() {
    return ofMembers;
  }

  void addOfMembers(Edge edge) {
    ofMembers.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge);
  }

  /** How many symbols the project has: all ordinals are less. */
  int size() {
    return outs.size();
  }

  /** The members of a symbol's choice, or the symbol alone. */
  List<Symbol> group(Symbol symbol) {
    return choices.getOrDefault(symbol, List.of(symbol));
  }

  /** Of each group one symbol stands for all. */
  Symbol head(Symbol symbol) {
    return group(symbol).getFirst();
  }

  /** Adds an edge unless one leads to the same symbol. */
  void add(Edge edge) {
    Symbol from = edge.from();
    Out out = outs.get(from.ordinal());
    if (out == Out.NONE) {
      out = new Out(new ArrayList<>(4));
      outs.set(from.ordinal(), out);
      nodes.add(from);
    }
    if (!out.leadsTo(edge.to())) {
      out.add(edge);
    }
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
}
