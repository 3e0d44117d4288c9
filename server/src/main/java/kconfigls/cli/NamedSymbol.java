package kconfigls.cli;

import java.util.List;
import kconfigls.analysis.NearNames;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;

/** Finds the symbol that a command is about. */
final class NamedSymbol {
  private NamedSymbol() {}

  /** The symbol of the one project, with or without the prefix; a name that is none is refused. */
  static Symbol of(LoadedTree loaded, String name) {
    ProjectModel model = loaded.selected().getFirst();
    String prefix = model.spec().dialect().prefix();
    Symbol symbol = model.symbol(name);
    if (symbol == null && name.startsWith(prefix)) {
      symbol = model.symbol(name.substring(prefix.length()));
    }
    if (symbol != null) {
      return symbol;
    }
    List<String> near = new NearNames(model.symbols().keySet()).to(name);
    throw new UsageException(
        "no symbol '"
            + name
            + "' in "
            + model.spec().name()
            + (near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?"));
  }
}
