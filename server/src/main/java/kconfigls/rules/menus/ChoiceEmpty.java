package kconfigls.rules.menus;

import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports choices that offer nothing. */
public final class ChoiceEmpty implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("menus", "choice-empty", Severity.WARNING, "a choice without members");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, MenuNode> found = PerEntry.always(projects, ChoiceEmpty::empty);
    found.forEach(
        (key, node) -> {
          Place place = projects.semantics().name(node);
          sink.report(Draft.of(place, "this choice has no member"));
        });
  }

  private static @Nullable MenuNode empty(ProjectModel model, MenuNode node) {
    boolean empty =
        node.item() instanceof Item.Choice choice
            && choice.name() == null
            && !model.isOpen()
            && ChoiceTree.members(node).isEmpty();
    return empty ? node : null;
  }
}
