package kconfigls.graph;

import java.util.HashMap;
import java.util.Map;
import kconfigls.graph.SymbolGraph.Edge;
import kconfigls.graph.SymbolGraph.Node;

/** A graph in the language of Mermaid, which pages of code hosts show. */
final class MermaidText {
  private MermaidText() {}

  static String of(SymbolGraph graph) {
    StringBuilder out = new StringBuilder("flowchart LR\n");
    Map<String, String> ids = new HashMap<>();
    for (Node node : graph.nodes()) {
      // names such as "end" and "8250" mean something else there
      String id = "n" + ids.size();
      ids.put(node.symbol(), id);
      String prompt = node.prompt().isEmpty() ? "" : "<br/>" + escape(node.prompt());
      out.append("  ").append(id).append("[\"").append(escape(node.symbol()));
      out.append(prompt).append("\"]\n");
    }
    for (Edge edge : graph.edges()) {
      out.append("  ").append(ids.get(edge.from())).append(arrow(edge));
      out.append(ids.get(edge.to())).append('\n');
    }
    if (!graph.remark().isEmpty()) {
      out.append("  note[\"").append(escape(graph.remark())).append("\"]\n");
    }
    out.append("  style ").append(ids.get(graph.centre())).append(" stroke-width:3px\n");
    return out.toString();
  }

  private static String arrow(Edge edge) {
    return switch (edge.kind()) {
      case SELECTS -> " ==>|selects| ";
      case IMPLIES -> " -.->|implies| ";
      default -> " --> ";
    };
  }

  /** Mermaid knows characters by their numbers, and an entity by its name. */
  private static String escape(String text) {
    StringBuilder out = new StringBuilder();
    for (char c : text.toCharArray()) {
      if ("\"#&<>[]{}|`\\".indexOf(c) >= 0) {
        out.append('#').append((int) c).append(';');
      } else {
        out.append(c == '\n' ? ' ' : c);
      }
    }
    return out.toString();
  }
}
