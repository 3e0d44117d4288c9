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
import kconfigls.model.DependencyGraph.Why;
import kconfigls.outline.Item;
import org.jspecify.annotations.Nullable;

/**
 * Finds the loops of a dependency graph: one for each strongly connected component. The members of
 * a choice are one vertex, for which its head stands.
 */
final class LoopFinder {
  private final DependencyGraph graph;
  private final @Nullable Visit[] visits;
  private final Deque<Visit> open = new ArrayDeque<>();
  private final List<List<Edge>> loops = new ArrayList<>();
  private int count;

  private LoopFinder(DependencyGraph graph) {
    this.graph = graph;
    this.visits = new Visit[graph.size()];
  }

  /** A shortest loop of each component, as its edges; a single edge for a symbol alone. */
  static List<List<Edge>> of(DependencyGraph graph) {
    LoopFinder run = new LoopFinder(graph);
    for (Symbol symbol : graph.nodes()) {
      Symbol head = graph.head(symbol);
      if (run.visits[head.ordinal()] == null) {
        run.visit(head);
      }
    }
    return run.loops;
  }

  /** A vertex that Tarjan's algorithm has reached, with the edges that are still to be followed. */
  private static final class Visit {
    private final Symbol head;
    private final int index;
    private final Iterator<Edge> rest;
    private int low;
    private boolean isOpen = true;

    Visit(Symbol head, int index, Iterator<Edge> rest) {
      this.head = head;
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
        Symbol to = graph.head(at.rest.next().to());
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

  private Visit enter(Symbol head) {
    Visit visit = new Visit(head, count++, edges(head).iterator());
    visits[head.ordinal()] = visit;
    open.push(visit);
    return visit;
  }

  /** The edges that leave a vertex. */
  private List<Edge> edges(Symbol head) {
    List<Symbol> group = graph.group(head);
    return group.size() == 1
        ? graph.from(head)
        : group.stream().flatMap(member -> graph.from(member).stream()).toList();
  }

  private void component(Visit root) {
    if (open.peek() == root) { // most components are a vertex alone
      open.pop().isOpen = false;
      alone(root.head);
      return;
    }
    Set<Symbol> members = new LinkedHashSet<>();
    Visit member;
    do {
      member = open.pop();
      member.isOpen = false;
      members.add(member.head);
    } while (member != root);
    List<Edge> loop = shortest(root.head, members);
    if (!loop.isEmpty()) {
      loops.add(closed(loop));
    }
  }

  /** A symbol that needs itself, and the first member of a choice that needs another. */
  private void alone(Symbol head) {
    boolean told = false;
    for (Edge edge : edges(head)) {
      if (edge.to() == edge.from()) {
        loops.add(List.of(edge));
      } else if (!told && graph.head(edge.to()) == head) {
        loops.add(closed(List.of(edge)));
        told = true;
      }
    }
  }

  private List<Edge> shortest(Symbol start, Set<Symbol> members) {
    Map<Symbol, Edge> reachedBy = new HashMap<>();
    Deque<Symbol> queue = new ArrayDeque<>(List.of(start));
    while (!queue.isEmpty()) {
      Symbol at = queue.remove();
      for (Edge edge : edges(at)) {
        Symbol to = graph.head(edge.to());
        if (to == at) {
          continue;
        }
        if (to == start) {
          reachedBy.put(start, edge);
          return path(start, reachedBy);
        }
        if (members.contains(to) && reachedBy.putIfAbsent(to, edge) == null) {
          queue.add(to);
        }
      }
    }
    return List.of();
  }

  private List<Edge> path(Symbol start, Map<Symbol, Edge> reachedBy) {
    List<Edge> path = new ArrayList<>();
    Symbol at = start;
    Edge edge = reachedBy.get(at);
    while (edge != null) {
      path.addFirst(edge);
      at = graph.head(edge.from());
      edge = at == start ? null : reachedBy.get(at);
    }
    return path;
  }

  /** The loop with its steps from one member of a choice to another. */
  private static List<Edge> closed(List<Edge> loop) {
    List<Edge> closed = new ArrayList<>(loop.size());
    for (int i = 0; i < loop.size(); i++) {
      Symbol to = loop.get(i).to();
      Symbol next = loop.get((i + 1) % loop.size()).from();
      closed.add(loop.get(i));
      if (to != next) {
        MenuNode node = member(to);
        int key = node.item() instanceof Item.Entry entry ? entry.nameKey() : node.item().key();
        closed.add(new Edge(to, next, Why.SAME_CHOICE, null, node, key));
      }
    }
    return closed;
  }

  private static MenuNode member(Symbol symbol) {
    return symbol.nodes().stream()
        .filter(node -> node.choice() != null)
        .findFirst()
        .orElse(symbol.nodes().getFirst());
  }
}
