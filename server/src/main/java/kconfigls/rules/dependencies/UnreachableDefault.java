package kconfigls.rules.dependencies;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditional;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.LineFixes;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Unreached;

/**
 * Reports defaults that never count since an earlier one of the entry does. One that says the same
 * twice is duplicate-default's.
 */
public final class UnreachableDefault implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies", "unreachable-default", Severity.WARNING, "a default that never counts");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, Unreached.DEAD, (model, node) -> unreached(projects, model, node))
        .forEach((key, unreached) -> sink.report(draft(projects, key, unreached)));
  }

  private static List<Unreached> unreached(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    List<Unreached> all = Unreached.of(projects, model, node, prop -> prop instanceof Prop.Default);
    return all.isEmpty() ? all : all.stream().filter(one -> !one.isSame()).toList();
  }

  private static Draft draft(CheckedProjects projects, FileKey key, Unreached unreached) {
    Place place = projects.semantics().place(key.file(), unreached.key());
    Conditional earlier = unreached.reason();
    String message =
        Conditional.condition(earlier.prop()) == null
            ? "this default never counts: an earlier one has no condition"
            : "this default never counts: an earlier one applies whenever this one would";
    Place other = projects.semantics().place(key.file(), earlier.prop().key());
    return Draft.of(place, message)
        .see(List.of(new Related(other, "the default that counts")))
        .fix(LineFixes.delete(projects, place, true));
  }
}
