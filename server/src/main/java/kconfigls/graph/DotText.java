package kconfigls.graph;

import kconfigls.graph.SymbolGraph.Edge;
import kconfigls.graph.SymbolGraph.Node;
import kconfigls.text.escape.GraphText;

/** A graph in the language of Graphviz. */
final class DotText {
  private DotText() {}

  static String of(SymbolGraph graph) {
    StringBuilder out = new StringBuilder();
    out.append("digraph ").append(GraphText.dot(graph.centre())).append(" {\n");
    out.append("  rankdir=LR\n");
    out.append("  node [shape=box, fontname=\"monospace\", fontsize=10]\n");
    if (!graph.remark().isEmpty()) {
      out.append("  label=").append(GraphText.dot(graph.remark())).append('\n');
    }
    for (Node node : graph.nodes()) {
      out.append("  ").append(GraphText.dot(node.symbol()));
      out.append(" [tooltip=").append(GraphText.dot(node.file() + ":" + node.line()));
      if (!node.prompt().isEmpty()) {
        out.append(", label=").append(GraphText.dot(node.symbol() + "\n" + node.prompt()));
      }
      out.append(node.symbol().equals(graph.centre()) ? ", penwidth=2]\n" : "]\n");
    }
    for (Edge edge : graph.edges()) {
      out.append("  ")
          .append(GraphText.dot(edge.from()))
          .append(" -> ")
          .append(GraphText.dot(edge.to()));
      out.append(" [").append(style(edge));
      out.append("tooltip=").append(GraphText.dot(Words.edge(edge))).append("]\n");
    }
    return out.append("}\n").toString();
  }

  private static String style(Edge edge) {
    return switch (edge.kind()) {
      case SELECTS -> "style=bold, label=selects, ";
      case IMPLIES -> "style=dashed, label=implies, ";
      default -> "";
    };
  }
}
