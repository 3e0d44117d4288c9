package kconfigls.ide;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.DocumentSymbols.Element;
import kconfigls.ide.DocumentSymbols.Kind;
import kconfigls.ide.support.SymbolNames;
import kconfigls.ide.support.SymbolNames.Named;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
import kconfigls.text.LineIndex;
import kconfigls.text.TextRange;

/** The outline of a configuration file: the names that it sets, with their values. */
final class ConfigSymbols {
  private ConfigSymbols() {}

  static List<Element> of(Semantics semantics, FileCell cell) {
    String text = cell.source().text();
    LineIndex lines = cell.source().lines();
    List<ProjectModel> models = semantics.projectsOf(cell.path());
    return SymbolNames.of(semantics, cell).stream()
        .map(
            named -> {
              int line = lines.lineOf(named.word().start());
              TextRange whole = new TextRange(lines.start(line), lines.end(line));
              return new Element(
                  named.word().of(text),
                  value(text, named, whole),
                  kind(models, named.symbol()),
                  whole,
                  named.word(),
                  List.of());
            })
        .toList();
  }

  private static String value(String text, Named named, TextRange line) {
    boolean notSet = text.charAt(line.start()) == '#';
    return notSet ? "n" : text.substring(text.indexOf('=', named.word().end()) + 1, line.end());
  }

  private static Kind kind(List<ProjectModel> models, String name) {
    Optional<SymbolType> type =
        models.stream()
            .map(model -> model.symbol(name))
            .filter(Objects::nonNull)
            .findFirst()
            .flatMap(Symbol::type);
    return Kind.of(type);
  }
}
