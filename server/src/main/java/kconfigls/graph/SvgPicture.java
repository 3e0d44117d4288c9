package kconfigls.graph;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kconfigls.graph.GraphLayout.Box;
import kconfigls.graph.GraphLayout.Line;
import kconfigls.graph.GraphLayout.Picture;
import kconfigls.text.escape.XmlText;

/**
 * A graph as a picture. Its colours are CSS variables, so that an editor gives it those of its
 * theme; each box carries the name and the place of its symbol, so that a click can lead there.
 */
final class SvgPicture {
  private static final double CHAR_WIDTH = 7.3;
  private static final int PROMPT_LENGTH = 36;
  private static final int FOOT = 46;

  private static final String STYLE =
      """
      <style>
      .kconfig-graph { color: var(--kconfig-graph-text, #1f2328); font: 12px monospace; color-scheme: light dark; }
      @media (prefers-color-scheme: dark) { .kconfig-graph { color: var(--kconfig-graph-text, #e6edf3); } }
      .kconfig-graph text { fill: currentColor; }
      .kconfig-graph .prompt, .kconfig-graph .note { font-size: 10.5px; opacity: 0.75; }
      .node rect { fill: var(--kconfig-graph-node, transparent); stroke: var(--kconfig-graph-border, currentColor); }
      .node.centre rect { stroke: var(--kconfig-graph-centre, #0969da); stroke-width: 2.5; }
      .edge path { fill: none; stroke: var(--kconfig-graph-depends, #808890); }
      .edge.selects path { stroke: var(--kconfig-graph-selects, #c4610b); stroke-width: 2; }
      .edge.implies path { stroke: var(--kconfig-graph-implies, #8250df); stroke-dasharray: 5 3; }
      marker path { fill: context-stroke; }
      </style>
      <defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8" \
      markerUnits="userSpaceOnUse" orient="auto"><path d="M0,0 L8,4 L0,8 z"/></marker></defs>
      """;

  private final StringBuilder out = new StringBuilder();

  private SvgPicture() {}

  static String of(SymbolGraph graph) {
    Picture picture = GraphLayout.of(graph, CHAR_WIDTH, PROMPT_LENGTH);
    SvgPicture svg = new SvgPicture();
    double width = Math.max(picture.width(), 420);
    svg.head(graph, width, picture.height() + FOOT);
    picture.lines().forEach(svg::edge);
    picture.boxes().forEach(box -> svg.node(box, graph.centre()));
    svg.foot(graph, picture.height());
    return svg.out.append("</svg>\n").toString();
  }

  private void head(SymbolGraph graph, double width, double height) {
    String size = number(width) + " " + number(height);
    out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"kconfig-graph\" role=\"img\"");
    out.append(" width=\"").append(number(width));
    out.append("\" height=\"").append(number(height));
    out.append("\" viewBox=\"0 0 ").append(size).append("\">\n");
    out.append("<title>").append(XmlText.of(graph.centre())).append("</title>\n").append(STYLE);
  }

  private void edge(Line line) {
    String kind =
        switch (line.edge().kind()) {
          case SELECTS -> "selects";
          case IMPLIES -> "implies";
          default -> "depends";
        };
    String path =
        line.points().stream()
            .map(point -> number(point.x()) + "," + number(point.y()))
            .collect(Collectors.joining(" L"));
    out.append("<g class=\"edge ").append(kind).append("\"><title>");
    out.append(XmlText.of(Words.edge(line.edge())))
        .append("</title><path marker-end=\"url(#arrow)\"");
    out.append(" d=\"M").append(path).append("\"/></g>\n");
  }

  private void node(Box box, String centre) {
    SymbolGraph.Node node = box.node();
    boolean isCentre = node.symbol().equals(centre);
    out.append("<g class=\"node").append(isCentre ? " centre" : "").append('"');
    attribute("data-symbol", node.symbol());
    attribute("data-file", node.file());
    attribute("data-line", String.valueOf(node.line()));
    out.append("><title>");
    String prompt = node.prompt().isEmpty() ? "no prompt" : node.prompt();
    out.append(XmlText.of(node.symbol() + " (" + node.type() + ")\n" + prompt));
    out.append(XmlText.of("\n" + node.file() + ":" + node.line())).append("</title><rect rx=\"4\"");
    attribute("x", number(box.x()));
    attribute("y", number(box.y()));
    attribute("width", number(box.width()));
    attribute("height", number(box.height()));
    out.append("/>");
    text(box.x() + 12, box.y() + 18, "name", node.symbol());
    if (!node.prompt().isEmpty()) {
      text(box.x() + 12, box.y() + 33, "prompt", Words.cut(node.prompt(), PROMPT_LENGTH));
    }
    out.append("</g>\n");
  }

  /** What the lines mean, and whether something is left out. */
  private void foot(SymbolGraph graph, double y) {
    List<String> kinds = List.of("depends on", "selects", "implies");
    for (int i = 0; i < kinds.size(); i++) {
      String kind = kinds.get(i);
      double x = 12 + 130.0 * i;
      out.append("<g class=\"edge ").append(kind.replace(" on", "")).append("\"><path");
      String line = "M" + number(x) + "," + number(y + 8) + " h24";
      out.append(" marker-end=\"url(#arrow)\" d=\"").append(line).append("\"/></g>\n");
      text(x + 32, y + 12, "note", kind);
    }
    if (!graph.remark().isEmpty()) {
      text(12, y + 34, "note", graph.remark());
    }
  }

  private void text(double x, double y, String kind, String text) {
    out.append("<text class=\"").append(kind).append('"');
    attribute("x", number(x));
    attribute("y", number(y));
    out.append('>').append(XmlText.of(text)).append("</text>");
  }

  private void attribute(String name, String value) {
    out.append(' ').append(name).append("=\"").append(XmlText.of(value)).append('"');
  }

  private static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
