package kconfigls.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import kconfigls.model.ProjectModel;
import kconfigls.text.Nearest;
import picocli.CommandLine.Option;

/** Values that are taken for granted, because the tree's commands are not run. */
final class AssumedValues {
  @Option(names = "--assume", paramLabel = "NAME=VALUE", description = "settles an unknown value")
  private Map<String, String> values = new LinkedHashMap<>();

  /** By the name of the symbol; a name that the project does not define is refused. */
  Map<String, String> of(ProjectModel model) {
    for (String name : values.keySet()) {
      if (model.symbol(name) == null) {
        String hint = Nearest.hint(name, model.symbols().keySet(), "names have no prefix here");
        throw new UsageException("--assume: no symbol is called '" + name + "'" + hint);
      }
    }
    return values;
  }
}
