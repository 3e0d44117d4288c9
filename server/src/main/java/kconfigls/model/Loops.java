package kconfigls.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.model.DependencyGraph.Edge;
import org.jspecify.annotations.Nullable;

/** Finds the loops of a dependency graph: one for each strongly connected component. */
public final class Loops {
  private final DependencyGraph graph;
  private final @Nullable Visit[] visits;
  private final Deque<Visit> open = new ArrayDeque<>();
  private final List<List<Edge>> loops = new ArrayList<>();
  private int count;

  private Loops(DependencyGraph graph) {
    this.graph = graph;
    this.visits = new Visit[graph.size()];
  }

  /** A shortest loop of each component, as its edges; a single edge for a symbol alone. */
  public static List<List<Edge>> of(DependencyGraph graph) {
    Loops run = new Loops(graph);
    for (Symbol symbol : graph.nodes()) {
      if (run.visits[symbol.ordinal()] == null) {
        run.visit(symbol);
      }
    }
    return run.loops;
  }

  /** A symbol that Tarjan's algorithm has reached, with the edges that are still to be followed. */
  private static final class Visit {
    private final Symbol symbol;
    private final int index;
    private final Iterator<Edge> rest;
    private int low;
    private boolean isOpen = true;

    Visit(Symbol symbol, int index, Iterator<Edge> rest) {
      this.symbol = symbol;
      this.index = index;
      this.low = index;
      this.rest = rest;
    }
  }

  private void visit(Symbol start) {
    Deque<Visit> path = new ArrayDeque<>();
    path.push(enter(start));
    while (!path.isEmpty()) {
      Visit at = path.peek();
      if (at.rest.hasNext()) {
        Symbol to = at.rest.next().to();
        Visit known = visits[to.ordinal()];
        if (known == null) {
          path.push(enter(to));
        } else if (known.isOpen) {
          at.low = Math.min(at.low, known.index);
        }
        continue;
      }
      path.pop();
      Visit before = path.peek();
      if (before != null) {
        before.low = Math.min(before.low, at.low);
      }
      if (at.low == at.index) {
        component(at);
      }
    }
  }

  private Visit enter(Symbol symbol) {
    Visit visit = new Visit(symbol, count++, graph.from(symbol).iterator());
    visits[symbol.ordinal()] = visit;
    open.push(visit);
    return visit;
  }

  private void component(Visit root) {
    if (open.peek() == root) { // most components are a symbol alone
      open.pop().isOpen = false;
      for (Edge edge : graph.from(root.symbol)) {
        if (edge.to() == root.symbol) {
          loops.add(List.of(edge));
        }
      }
      return;
    }
    Set<Symbol> members = new LinkedHashSet<>();
    Visit member;
    do {
      member = open.pop();
      member.isOpen = false;
      members.add(member.symbol);
    } while (member != root);
    List<Edge> loop = shortest(root.symbol, members);
    if (!loop.isEmpty()) {
      loops.add(loop);
    }
  }

  private List<Edge> shortest(Symbol start, Set<Symbol> members) {
    Map<Symbol, Edge> reachedBy = new HashMap<>();
    Deque<Symbol> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      Symbol at = queue.remove();
      for (Edge edge : graph.from(at)) {
        if (edge.to() == at) {
          continue;
        }
        if (edge.to() == start) {
          reachedBy.put(start, edge);
          return path(start, reachedBy);
        }
        if (members.contains(edge.to()) && reachedBy.putIfAbsent(edge.to(), edge) == null) {
          queue.add(edge.to());
        }
      }
    }
    return List.of();
  }

  private static List<Edge> path(Symbol start, Map<Symbol, Edge> reachedBy) {
    List<Edge> path = new ArrayList<>();
    Symbol at = start;
    Edge edge = reachedBy.get(at);
    while (edge != null) {
      path.addFirst(edge);
      at = edge.from();
      edge = at == start ? null : reachedBy.get(at);
    }
    return path;
  }
}
