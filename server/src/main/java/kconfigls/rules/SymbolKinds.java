package kconfigls.rules;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;

/**
 * What the symbols are in the projects that include a file; files of the same projects share it.
 */
public final class SymbolKinds {
  private final List<ProjectModel> models;
  private final boolean open;
  private final Map<String, SymbolKind> known = new ConcurrentHashMap<>();

  /**
   * @param models one or more
   */
  SymbolKinds(List<ProjectModel> models) {
    this.models = List.copyOf(models);
    this.open = models.stream().anyMatch(ProjectModel::isOpen);
  }

  /** The kind that every project gives the symbol that defines it. */
  public SymbolKind of(String name) {
    return known.computeIfAbsent(name, this::find);
  }

  private SymbolKind find(String name) {
    SymbolKind kind = open ? SymbolKind.UNKNOWN : SymbolKind.UNDEFINED;
    boolean found = false;
    for (ProjectModel model : models) {
      Symbol symbol = model.symbol(name);
      if (symbol != null) {
        SymbolKind here = SymbolKind.of(symbol.type());
        kind = found && kind != here ? SymbolKind.UNKNOWN : here;
        found = true;
      }
    }
    return kind;
  }

  /** Whether some project defines the symbol. */
  public boolean isDefined(String name) {
    return models.stream().anyMatch(model -> model.symbol(name) != null);
  }

  /** Whether a project lacks something that might define symbols. */
  public boolean isOpen() {
    return open;
  }

  /** The projects that include the file. */
  public List<ProjectModel> projects() {
    return models;
  }

  public Dialect dialect() {
    return models.getFirst().spec().dialect();
  }

  public boolean has(Feature feature) {
    return dialect().has(feature);
  }
}
