package kconfigls.rules.dependencies;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.DependencyGraph.Edge;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports loops of one symbol. */
public final class SelfDependency implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "self-dependency",
          Severity.ERROR,
          "a symbol whose value depends on itself");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      projects.cancel().check();
      for (List<Edge> loop : projects.loops(model)) {
        if (loop.size() == 1) {
          Edge edge = loop.getFirst();
          Place place = projects.semantics().place(edge.node().file(), edge.key());
          String name = edge.from().name();
          sink.report(Draft.of(place, "`" + name + "` depends on itself").about(name));
        }
      }
    }
  }
}
