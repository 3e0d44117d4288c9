package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.DependencyGraph.Edge;
import kconfigls.model.DependencyGraph.Why;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

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
      for (List<Edge> loop : projects.loops(model).all()) {
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
        .see(steps)
        .fix(() -> fixes(projects, loop));
  }

  private static String step(Edge edge) {
    String from = edge.from().name();
    String to = edge.to().name();
    String by = edge.by() == null ? "" : edge.by().name();
    return switch (edge.why()) {
      case DEPENDS_ON -> from + " depends on " + to;
      case SELECTED_BY -> from + " is selected by " + to;
      case IMPLIED_BY -> from + " is implied by " + to;
      case SELECTED_IF -> from + " is selected by " + by + " if " + to;
      case IMPLIED_IF -> from + " is implied by " + by + " if " + to;
      case DEFAULT_CONTAINS -> from + " has a default that contains " + to;
      case CHOICE_NEEDS -> "the choice of " + from + " depends on " + to;
      case SAME_CHOICE -> from + " is in one choice with " + to;
    };
  }

  /** A selector that depends on what it selected forces nothing any more. */
  private static List<Fix> fixes(CheckedProjects projects, List<Edge> loop) {
    List<Fix> fixes = new ArrayList<>();
    for (Edge edge : loop) {
      Place place = projects.semantics().place(edge.node().file(), edge.key());
      Edits edits = Edits.in(projects, place.file());
      if (edge.why() == Why.SELECTED_BY
          && edits.attributeAt(place.range().start()).orElse(null)
              instanceof Attribute.Select select
          && select.condition() == null) {
        String name = select.target().raw();
        String dependency = "depends on " + name;
        boolean depends =
            edits.statementAt(place.range().start()).orElse(null)
                    instanceof Statement.WithAttributes entry
                && entry.attributes().stream().anyMatch(other -> isDependency(other, name));
        fixes.add(
            depends
                ? Fix.unsafe("Delete `select " + name + "`", edits.deleteLines(place.range()))
                : Fix.unsafe(
                    "Write `" + dependency + "` in place of `select " + name + "`",
                    edits.replace(select.range(), dependency)));
      }
    }
    return fixes;
  }

  private static boolean isDependency(Attribute attribute, String name) {
    return attribute instanceof Attribute.Depends depends
        && Edits.conjuncts(depends.value()).stream()
            .anyMatch(conjunct -> conjunct instanceof Term term && term.raw().equals(name));
  }
}
