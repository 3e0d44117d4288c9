package kconfigls.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.outline.Prop;

/** Who selects and implies what. */
public final class ReverseIndex {
  /** A {@code select} or {@code imply} of a symbol by an entry of another. */
  public record Edge(MenuNode node, Prop.Select select) {}

  private final Map<String, List<Edge>> edges = new HashMap<>();

  private ReverseIndex() {}

  /** The index of a project; it takes one pass over the menu tree and is not kept. */
  public static ReverseIndex of(ProjectModel model) {
    ReverseIndex index = new ReverseIndex();
    index.walk(model.menu());
    return index;
  }

  private void walk(MenuNode node) {
    add(node);
    node.children().forEach(this::walk);
  }

  private void add(MenuNode node) {
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Select select) {
        edges.computeIfAbsent(select.target(), k -> new ArrayList<>(2)).add(new Edge(node, select));
      }
    }
  }

  /** The selects and implies of a symbol, in order of inclusion. */
  public List<Edge> of(String symbol) {
    return edges.getOrDefault(symbol, List.of());
  }
}
