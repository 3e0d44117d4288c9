package kconfigls.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/** Who selects and implies what in a project; made when it is first asked for. */
public final class ReverseIndex {
  /** A {@code select} or {@code imply} of a symbol by an entry of another. */
  public record Edge(MenuNode node, Prop.Select select) {}

  private final MenuNode menu;
  private volatile @Nullable Map<String, List<Edge>> edges;

  ReverseIndex(MenuNode menu) {
    this.menu = menu;
  }

  /** The selects and implies of a symbol, in order of inclusion. */
  public List<Edge> of(String symbol) {
    Map<String, List<Edge>> known = edges;
    if (known == null) {
      known = new HashMap<>();
      walk(menu, known);
      edges = known;
    }
    return known.getOrDefault(symbol, List.of());
  }

  private static void walk(MenuNode node, Map<String, List<Edge>> edges) {
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Select select) {
        edges.computeIfAbsent(select.target(), k -> new ArrayList<>(2)).add(new Edge(node, select));
      }
    }
    node.children().forEach(child -> walk(child, edges));
  }
}
