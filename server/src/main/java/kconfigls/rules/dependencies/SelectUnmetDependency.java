package kconfigls.rules.dependencies;

import kconfigls.analysis.Place;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Unmet;

/**
 * Reports selects of symbols whose dependencies are never met while the select acts. Those that may
 * be unmet in some configuration are a matter for a solver of the whole tree.
 */
public final class SelectUnmetDependency implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "select-unmet-dependency",
          Severity.WARNING,
          "a `select` that always breaks the dependencies of its target");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(
            projects, Unmet.DEAD, (model, node) -> Unmet.of(projects, model, node, false))
        .forEach((key, unmet) -> sink.report(draft(projects, key, unmet)));
  }

  private static Draft draft(CheckedProjects projects, FileKey key, Unmet unmet) {
    Place place = projects.semantics().place(key.file(), unmet.key());
    String target = unmet.select().target();
    String message = "the dependencies of `" + target + "` are never met while this select acts: ";
    return Draft.of(place, message + Fact.text(unmet.reasons()))
        .about(target)
        .see(Fact.places(projects.semantics(), unmet.reasons()));
  }
}
