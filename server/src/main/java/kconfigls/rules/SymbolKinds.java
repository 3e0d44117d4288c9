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
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(SymbolKind kind, boolean isDefined) {}

  /**
   * @param models one or more
   */
  SymbolKinds(List<ProjectModel> models) {
    this.models = List.copyOf(models);
    this.open = models.stream().anyMatch(ProjectModel::isOpen);
  }

  /** The kind that every project gives the symbol that defines it. */
  public SymbolKind of(String name) {
    return known(name).kind();
  }

  private Known known(String name) {
    Known at = known.get(name);
    if (at == null) {
      at = find(name);
      known.put(name, at);
    }
    return at;
  }

  private Known find(String name) {
    SymbolKind kind = mayBeDefined(name) ? SymbolKind.UNKNOWN : SymbolKind.UNDEFINED;
    boolean found = false;
    for (ProjectModel model : models) {
      Symbol symbol = model.symbol(name);
      if (symbol != null) {
        SymbolKind here = SymbolKind.of(symbol.type());
        kind = found && kind != here ? SymbolKind.UNKNOWN : here;
        found = true;
      }
    }
    return new Known(kind, found);
  }

  /** Whether some project defines the symbol. */
  public boolean isDefined(String name) {
    return known(name).isDefined();
  }

  /** Whether what a project lacks might define the symbol. */
  public boolean mayBeDefined(String name) {
    return open && models.stream().anyMatch(model -> model.gaps().mayDefine(name));
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
