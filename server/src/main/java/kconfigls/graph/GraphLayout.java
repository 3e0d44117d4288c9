package kconfigls.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kconfigls.graph.SymbolGraph.Edge;
import kconfigls.graph.SymbolGraph.Node;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/** Where the parts of a graph are drawn, as the Eclipse Layout Kernel finds it. */
final class GraphLayout {
  /** A corner of a line. */
  record Point(double x, double y) {}

  record Box(Node node, double x, double y, double width, double height) {}

  record Line(Edge edge, List<Point> points) {}

  record Picture(double width, double height, List<Box> boxes, List<Line> lines) {}

  private static final double PADDING = 12;
  private static final double GAP = 14;
  private static final double LAYER_GAP = 60;

  private GraphLayout() {}

  static Picture of(SymbolGraph graph, double charWidth, int promptLength) {
    LayoutMetaDataService.getInstance()
        .registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    ElkNode root = ElkGraphUtil.createGraph();
    root.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
    root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
    root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
    root.setProperty(CoreOptions.RANDOM_SEED, 1);
    root.setProperty(CoreOptions.PADDING, new ElkPadding(PADDING));
    root.setProperty(CoreOptions.SPACING_NODE_NODE, GAP);
    root.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, LAYER_GAP);
    Map<String, ElkNode> nodes = new LinkedHashMap<>();
    for (Node node : graph.nodes()) {
      ElkNode box = ElkGraphUtil.createNode(root);
      int prompt = Math.min(promptLength, node.prompt().length());
      box.setWidth(Math.max(node.symbol().length(), prompt) * charWidth + 2 * PADDING);
      box.setHeight(node.prompt().isEmpty() ? 28 : 42);
      nodes.put(node.symbol(), box);
    }
    List<ElkEdge> edges = new ArrayList<>();
    for (Edge edge : graph.edges()) {
      edges.add(ElkGraphUtil.createSimpleEdge(nodes.get(edge.from()), nodes.get(edge.to())));
    }
    new RecursiveGraphLayoutEngine().layout(root, new BasicProgressMonitor());
    return picture(graph, root, nodes, edges);
  }

  private static Picture picture(
      SymbolGraph graph, ElkNode root, Map<String, ElkNode> nodes, List<ElkEdge> edges) {
    List<Box> boxes = new ArrayList<>();
    for (Node node : graph.nodes()) {
      ElkNode box = Objects.requireNonNull(nodes.get(node.symbol()));
      boxes.add(new Box(node, box.getX(), box.getY(), box.getWidth(), box.getHeight()));
    }
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < edges.size(); i++) {
      lines.add(new Line(graph.edges().get(i), points(edges.get(i))));
    }
    return new Picture(root.getWidth(), root.getHeight(), boxes, lines);
  }

  private static List<Point> points(ElkEdge edge) {
    List<Point> points = new ArrayList<>();
    for (ElkEdgeSection section : edge.getSections()) {
      points.add(new Point(section.getStartX(), section.getStartY()));
      for (ElkBendPoint bend : section.getBendPoints()) {
        points.add(new Point(bend.getX(), bend.getY()));
      }
      points.add(new Point(section.getEndX(), section.getEndY()));
    }
    return points;
  }
}
