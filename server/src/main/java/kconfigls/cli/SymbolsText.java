package kconfigls.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.TreeMap;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;

/** {@code symbols --format text}: one line per symbol. */
final class SymbolsText {
  private SymbolsText() {}

  static void print(ProjectModel model, Semantics semantics, PrintWriter out) {
    for (Symbol symbol : new TreeMap<>(model.symbols()).values()) {
      MenuNode node = symbol.nodes().getFirst();
      Place place = semantics.name(node);
      String prompt =
          symbol.nodes().stream()
              .map(MenuNode::prompt)
              .flatMap(Optional::stream)
              .map(Prop.Prompt::text)
              .findFirst()
              .orElse("");
      out.println(
          String.format(
              "%-40s %-8s %s:%d  %s",
              symbol.name(),
              SymbolType.text(symbol.type()),
              place.file().relativeTo(model.spec().srctree()),
              semantics.line(place),
              prompt));
    }
  }
}
