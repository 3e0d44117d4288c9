package kconfigls.graph;

import java.util.List;
import kconfigls.ide.views.SymbolView.Link;
import kconfigls.ide.views.SymbolView.Relation;

/**
 * A symbol with those around it.
 *
 * @param centre the name of the symbol that it is about
 * @param total how many symbols there would be if none were left out
 */
public record SymbolGraph(String centre, List<Node> nodes, List<Edge> edges, int total) {
  /**
   * A symbol.
   *
   * @param prompt empty where it has none
   * @param file relative to the tree, of its first definition
   * @param line from 1
   */
  public record Node(String symbol, String type, String prompt, String file, int line) {}

  /**
   * From the symbol that depends on, selects or implies another, to that one.
   *
   * @param kind one of the three relations that say so from the first symbol's side
   */
  public record Edge(String from, String to, Relation kind, Link link) {}

  public SymbolGraph {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
  }

  /** What is said if symbols are left out; empty if none are. */
  public String remark() {
    return nodes.size() == total
        ? ""
        : "Only " + nodes.size() + " of " + total + " symbols are shown.";
  }
}
