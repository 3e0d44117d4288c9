package kconfigls.rules.dependencies;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.LineFixes;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Unreached;

/** Reports defaults of the same value under the same condition as one before. */
public final class DuplicateDefault implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies", "duplicate-default", Severity.INFO, "a default that is stated twice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, Unreached.DEAD, (model, node) -> again(projects, model, node))
        .forEach((key, again) -> sink.report(draft(projects, key, again)));
  }

  private static List<Unreached> again(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    List<Unreached> all = Unreached.of(projects, model, node, prop -> prop instanceof Prop.Default);
    return all.isEmpty() ? all : all.stream().filter(Unreached::isSame).toList();
  }

  private static Draft draft(CheckedProjects projects, FileKey key, Unreached again) {
    Place place = projects.semantics().place(key.file(), again.key());
    Place first = projects.semantics().place(key.file(), again.reason().prop().key());
    return Draft.of(place, "this default is stated twice: the first one counts")
        .see(List.of(new Related(first, "the first one")))
        .fix(LineFixes.delete(projects, place, true));
  }
}
