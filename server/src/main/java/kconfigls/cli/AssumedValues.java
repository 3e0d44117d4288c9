package kconfigls.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import kconfigls.ide.views.ValueChange;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.text.Nearest;
import picocli.CommandLine.Option;

/** Values that are taken for granted, because the tree's commands are not run. */
final class AssumedValues {
  @Option(names = "--assume", paramLabel = "NAME=VALUE", description = "settles an unknown value")
  private Map<String, String> values = new LinkedHashMap<>();

  /**
   * By the name of the symbol; a name that the project does not define, and a value that is none,
   * is refused.
   */
  Map<String, String> of(ProjectModel model) {
    values.forEach((name, value) -> check(model, name, value));
    return values;
  }

  private static void check(ProjectModel model, String name, String value) {
    Symbol symbol = model.symbol(name);
    if (symbol == null) {
      String hint = Nearest.hint(name, model.symbols().keySet(), "names have no prefix here");
      throw new UsageException("--assume: no symbol is called '" + name + "'" + hint);
    }
    String refusal = ValueChange.refusal(symbol, value);
    if (!refusal.isEmpty()) {
      throw new UsageException("--assume " + name + ": " + refusal);
    }
  }
}
