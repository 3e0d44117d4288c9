package kconfigls.rules.menus;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports defaults of choices that name a symbol from elsewhere. */
public final class ChoiceDefaultNotMember implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "choice-default-not-member",
          Severity.WARNING,
          "the default of a choice is no member of it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Fault> found = PerEntry.always(projects, ChoiceDefaultNotMember::fault);
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          String message = "`" + fault.name() + "` is no member of this choice, which ignores it";
          sink.report(
              Draft.of(place, message)
                  .about(fault.name())
                  .fix(
                      () ->
                          List.of(
                              Fix.unsafe(
                                  "Delete the line",
                                  Edits.in(projects, key.file()).deleteLines(place.range())))));
        });
  }

  private static @Nullable Fault fault(ProjectModel model, MenuNode node) {
    if (!(node.item() instanceof Item.Choice choice) || choice.name() != null || model.isOpen()) {
      return null;
    }
    Set<String> members = ChoiceTree.members(node);
    for (Prop prop : node.props()) {
      // what nothing defines is told by another rule
      if (prop instanceof Prop.Default def
          && def.value() instanceof Expr.Symbol(String name)
          && model.symbol(name) != null
          && !members.contains(name)) {
        return new Fault(def.key(), name);
      }
    }
    return null;
  }
}
