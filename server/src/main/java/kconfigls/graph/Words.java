package kconfigls.graph;

import kconfigls.graph.SymbolGraph.Edge;

/** What parts of a graph say. */
final class Words {
  private Words() {}

  /** For instance {@code A selects B if C}. */
  static String edge(Edge edge) {
    String head = edge.from() + " " + edge.kind().text() + " ";
    String condition = edge.link().conditionText();
    return switch (edge.kind()) {
      case SELECTS, IMPLIES -> head + edge.to() + (condition == null ? "" : " if " + condition);
      default -> head + (condition == null ? edge.to() : condition);
    };
  }

  /** At most so many characters. */
  static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
