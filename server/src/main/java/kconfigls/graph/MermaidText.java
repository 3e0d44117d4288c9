package kconfigls.graph;

import java.util.HashMap;
import java.util.Map;
import kconfigls.graph.SymbolGraph.Edge;
import kconfigls.graph.SymbolGraph.Node;
import kconfigls.text.escape.GraphText;

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
      String prompt = node.prompt().isEmpty() ? "" : "<br/>" + GraphText.mermaid(node.prompt());
      out.append("  ").append(id).append("[\"").append(GraphText.mermaid(node.symbol()));
      out.append(prompt).append("\"]\n");
    }
    for (Edge edge : graph.edges()) {
      out.append("  ").append(ids.get(edge.from())).append(arrow(edge));
      out.append(ids.get(edge.to())).append('\n');
    }
    if (!graph.remark().isEmpty()) {
      out.append("  note[\"").append(GraphText.mermaid(graph.remark())).append("\"]\n");
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
}
