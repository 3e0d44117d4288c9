package kconfigls.rules;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;

/**
 * What the symbols are in the projects that include a file; files of the same projects share it.
 */
public final class SymbolTypes {
  private final List<ProjectModel> models;
  private final boolean open;
  private final Map<String, Known> known = new ConcurrentHashMap<>();

  private record Known(Optional<SymbolType> type, boolean isDefined) {}

  /**
   * @param models one or more
   */
  SymbolTypes(List<ProjectModel> models) {
    this.models = List.copyOf(models);
    this.open = models.stream().anyMatch(ProjectModel::isOpen);
  }

  /** The type that all projects give a symbol that define it; empty if they do not agree on one. */
  public Optional<SymbolType> of(String name) {
    return known(name).type();
  }

  /** Whether a symbol is of a type in all projects that define it. */
  public boolean is(String name, SymbolType which) {
    return of(name).orElse(null) == which;
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
    Optional<SymbolType> type = Optional.empty();
    boolean found = false;
    for (ProjectModel model : models) {
      Symbol symbol = model.symbol(name);
      if (symbol != null) {
        type = found && !type.equals(symbol.type()) ? Optional.empty() : symbol.type();
        found = true;
      }
    }
    return new Known(type, found);
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
