package kconfigls.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.model.DependencyGraph.Edge;

/** Finds the loops of a dependency graph: one for each strongly connected component. */
public final class Loops {
  private final DependencyGraph graph;
  private final Map<Symbol, Integer> index = new HashMap<>();
  private final Map<Symbol, Integer> low = new HashMap<>();
  private final Deque<Symbol> stack = new ArrayDeque<>();
  private final Set<Symbol> onStack = new HashSet<>();
  private final List<List<Edge>> loops = new ArrayList<>();

  private Loops(DependencyGraph graph) {
    this.graph = graph;
  }

  /** A shortest loop of each component, as its edges; a single edge for a symbol alone. */
  public static List<List<Edge>> of(DependencyGraph graph) {
    Loops run = new Loops(graph);
    for (Symbol symbol : graph.nodes()) {
      if (!run.index.containsKey(symbol)) {
        run.visit(symbol);
      }
    }
    return run.loops;
  }

  /** A symbol being visited, with the edges that are still to be followed. */
  private record Visit(Symbol symbol, Iterator<Edge> rest) {}

  private void visit(Symbol start) {
    Deque<Visit> visits = new ArrayDeque<>();
    enter(start, visits);
    while (!visits.isEmpty()) {
      Visit visit = visits.peek();
      if (visit.rest().hasNext()) {
        Symbol to = visit.rest().next().to();
        if (!index.containsKey(to)) {
          enter(to, visits);
        } else if (onStack.contains(to)) {
          low.merge(visit.symbol(), index.getOrDefault(to, 0), Math::min);
        }
        continue;
      }
      visits.pop();
      if (!visits.isEmpty()) {
        low.merge(visits.peek().symbol(), low.getOrDefault(visit.symbol(), 0), Math::min);
      }
      if (low.getOrDefault(visit.symbol(), 0).equals(index.get(visit.symbol()))) {
        component(visit.symbol());
      }
    }
  }

  private void enter(Symbol symbol, Deque<Visit> visits) {
    index.put(symbol, index.size());
    low.put(symbol, index.size() - 1);
    stack.push(symbol);
    onStack.add(symbol);
    visits.push(new Visit(symbol, graph.from(symbol).iterator()));
  }

  private void component(Symbol root) {
    Set<Symbol> members = new LinkedHashSet<>();
    Symbol member;
    do {
      member = stack.pop();
      onStack.remove(member);
      members.add(member);
    } while (member != root);
    List<Edge> loop = shortest(root, members);
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
        boolean detour = edge.to() == at && members.size() > 1;
        if (detour) {
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
