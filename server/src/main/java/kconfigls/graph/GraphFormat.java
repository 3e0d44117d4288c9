package kconfigls.graph;

import java.util.Locale;
import java.util.Optional;

/** What a graph can be written as. */
public enum GraphFormat {
  DOT,
  MERMAID,
  SVG;

  /** Empty for a name that is none. */
  public static Optional<GraphFormat> of(String name) {
    for (GraphFormat format : values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** The graph as text; the same graph gives the same text. */
  public String write(SymbolGraph graph) {
    return switch (this) {
      case DOT -> DotText.of(graph);
      case MERMAID -> MermaidText.of(graph);
      case SVG -> SvgPicture.of(graph);
    };
  }
}
