package kconfigls.model;

import java.util.List;
import java.util.Map;
import kconfigls.model.DependencyGraph.Edge;

/**
 * The loops of a project's dependencies.
 *
 * @param all a shortest loop of each strongly connected component, as its edges; a single edge for
 *     a symbol that needs itself
 * @param ofMembers what members of a choice depend on of the same choice, where the program takes
 *     that for a loop and a rule of its own tells it
 */
public record Loops(List<List<Edge>> all, Map<Symbol, List<Edge>> ofMembers) {
  public static Loops of(ProjectModel model) {
    DependencyGraph graph = DependencyGraph.of(model);
    return new Loops(LoopFinder.of(graph), graph.ofMembers());
  }

  /** What a member depends on of the same choice; empty for a symbol in none. */
  public List<Edge> ofMembers(Symbol symbol) {
    return ofMembers.getOrDefault(symbol, List.of());
  }
}
