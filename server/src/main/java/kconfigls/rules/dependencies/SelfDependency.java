package kconfigls.rules.dependencies;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.DependencyGraph.Edge;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Term;

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
      for (List<Edge> loop : projects.loops(model).all()) {
        if (loop.size() == 1) {
          Edge edge = loop.getFirst();
          Place place = projects.semantics().place(edge.node().file(), edge.key());
          String name = edge.from().name();
          sink.report(
              Draft.of(place, "`" + name + "` depends on itself")
                  .about(name)
                  .fix(() -> fixes(Edits.in(projects, place.file()), place, name)));
        }
      }
    }
  }

  private static List<Fix> fixes(Edits edits, Place place, String name) {
    Attribute attribute = edits.attributeAt(place.range().start()).orElse(null);
    if (attribute instanceof Attribute.Select) {
      return List.of(Fix.unsafe("Delete the line", edits.deleteLines(place.range())));
    }
    if (!(attribute instanceof Attribute.Depends depends)) {
      return List.of();
    }
    return Edits.conjuncts(depends.value()).stream()
        .filter(conjunct -> conjunct instanceof Term term && term.raw().equals(name))
        .limit(1)
        .map(own -> Fix.unsafe("Delete `" + name + "`", edits.deleteConjunct(depends, own)))
        .toList();
  }
}
