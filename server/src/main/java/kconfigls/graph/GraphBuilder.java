package kconfigls.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.graph.SymbolGraph.Edge;
import kconfigls.graph.SymbolGraph.Node;
import kconfigls.ide.views.SymbolView;
import kconfigls.ide.views.SymbolView.Link;
import kconfigls.ide.views.SymbolView.Relation;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;

/** Collects what stands around a symbol: what it needs on one side, who needs it on the other. */
public final class GraphBuilder {
  /** The most symbols that can still be told apart in one picture. */
  public static final int MOST = 40;

  public static final int MAX_DEPTH = 5;

  private static final List<Relation> NEEDS =
      List.of(Relation.DEPENDS_ON, Relation.SELECTS, Relation.IMPLIES);
  private static final List<Relation> NEEDED_BY =
      List.of(Relation.SELECTED_BY, Relation.IMPLIED_BY, Relation.DEPENDENTS);

  private final Semantics semantics;
  private final ProjectModel model;
  private final int most;
  private final Set<String> shown = new LinkedHashSet<>();
  private final Set<String> all = new LinkedHashSet<>();
  private final Map<String, Edge> edges = new LinkedHashMap<>();

  private GraphBuilder(Semantics semantics, ProjectModel model, int most) {
    this.semantics = semantics;
    this.model = model;
    this.most = most;
  }

  /**
   * The graph of a symbol.
   *
   * @param depth how many steps it goes in either direction
   */
  public static SymbolGraph of(
      Semantics semantics, ProjectModel model, Symbol symbol, int depth, int most) {
    GraphBuilder builder = new GraphBuilder(semantics, model, most);
    builder.shown.add(symbol.name());
    builder.all.add(symbol.name());
    Set<String> needs = new LinkedHashSet<>(List.of(symbol.name()));
    Set<String> users = new LinkedHashSet<>(List.of(symbol.name()));
    for (int step = 0; step < Math.clamp(depth, 1, MAX_DEPTH); step++) {
      List<Deque<Step>> queues = new ArrayList<>();
      needs.forEach(name -> builder.links(name, NEEDS, queues));
      users.forEach(name -> builder.links(name, NEEDED_BY, queues));
      needs.clear();
      users.clear();
      builder.take(queues, needs, users);
    }
    return builder.graph(symbol.name());
  }

  /** A link, and the symbol that it leads from. */
  private record Step(String of, Relation relation, Link link) {}

  private void links(String name, List<Relation> relations, List<Deque<Step>> queues) {
    Symbol symbol = Objects.requireNonNull(model.symbol(name));
    SymbolView view = new SymbolView(semantics, model, symbol);
    for (Relation relation : relations) {
      Deque<Step> queue = new ArrayDeque<>();
      view.links(relation).stream()
          .filter(link -> model.symbol(link.symbol()) != null)
          .forEach(link -> queue.add(new Step(name, relation, link)));
      queues.add(queue);
    }
  }

  /** One of each kind in turn, so that a kind with thousands leaves room for the others. */
  private void take(List<Deque<Step>> queues, Set<String> needs, Set<String> users) {
    while (queues.stream().anyMatch(queue -> !queue.isEmpty())) {
      for (Deque<Step> queue : queues) {
        Step next = queue.poll();
        if (next != null) {
          take(next, NEEDS.contains(next.relation()) ? needs : users);
        }
      }
    }
  }

  private void take(Step next, Set<String> fresh) {
    String other = next.link().symbol();
    all.add(other);
    if (!shown.contains(other)) {
      if (shown.size() >= most) {
        return;
      }
      shown.add(other);
      fresh.add(other);
    }
    Edge edge = edge(next);
    edges.putIfAbsent(edge.from() + " " + edge.to() + " " + edge.kind(), edge);
  }

  private static Edge edge(Step link) {
    String of = link.of();
    String other = link.link().symbol();
    return switch (link.relation()) {
      case DEPENDS_ON, SELECTS, IMPLIES -> new Edge(of, other, link.relation(), link.link());
      case SELECTED_BY -> new Edge(other, of, Relation.SELECTS, link.link());
      case IMPLIED_BY -> new Edge(other, of, Relation.IMPLIES, link.link());
      case DEPENDENTS -> new Edge(other, of, Relation.DEPENDS_ON, link.link());
    };
  }

  private SymbolGraph graph(String centre) {
    List<Node> nodes = shown.stream().sorted().map(this::node).toList();
    List<Edge> sorted =
        edges.values().stream()
            .sorted(
                Comparator.comparing(Edge::from).thenComparing(Edge::to).thenComparing(Edge::kind))
            .toList();
    return new SymbolGraph(centre, nodes, sorted, all.size());
  }

  private Node node(String name) {
    Symbol symbol = Objects.requireNonNull(model.symbol(name));
    MenuNode main =
        symbol.nodes().stream()
            .filter(node -> node.prompt().isPresent())
            .findFirst()
            .orElse(symbol.nodes().getFirst());
    Place place = semantics.name(main);
    return new Node(
        name,
        SymbolType.text(symbol.type()),
        main.prompt().map(Prop.Prompt::text).orElse(""),
        place.file().relativeTo(model.spec().srctree()),
        semantics.line(place));
  }
}
