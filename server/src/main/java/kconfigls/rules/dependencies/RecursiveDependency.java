package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.DependencyGraph.Edge;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports loops of two or more symbols, with every step of the way. */
public final class RecursiveDependency implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "recursive-dependency",
          Severity.ERROR,
          "symbols whose values depend on each other in a loop");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      projects.cancel().check();
      for (List<Edge> loop : projects.loops(model)) {
        if (loop.size() > 1) {
          sink.report(draft(projects, loop));
        }
      }
    }
  }

  private static Draft draft(CheckedProjects projects, List<Edge> loop) {
    List<Related> steps = new ArrayList<>();
    StringBuilder path = new StringBuilder();
    for (Edge edge : loop) {
      Place place = projects.semantics().place(edge.node().file(), edge.key());
      steps.add(new Related(place, step(edge)));
      path.append(edge.from().name()).append(" -> ");
    }
    path.append(loop.getFirst().from().name());
    Place place = projects.semantics().name(loop.getFirst().from().nodes().getFirst());
    return Draft.of(place, "recursive dependency: " + path)
        .about(loop.getFirst().from().name())
        .see(steps);
  }

  private static String step(Edge edge) {
    String verb =
        switch (edge.why()) {
          case DEPENDS_ON -> "depends on";
          case SELECTED_BY -> "is selected by";
          case IMPLIED_BY -> "is implied by";
          case SELECTED_OR_IMPLIED_IF -> "is selected or implied by a symbol that needs";
          case DEFAULT_CONTAINS -> "has a default that contains";
        };
    return edge.from().name() + " " + verb + " " + edge.to().name();
  }
}
