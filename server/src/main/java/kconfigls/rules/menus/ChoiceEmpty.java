package kconfigls.rules.menus;

import java.util.List;
import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
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

/** Reports choices that offer nothing. */
public final class ChoiceEmpty implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("menus", "choice-empty", Severity.WARNING, "a choice without members");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(MenuNode node, String message) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Fault> found = PerEntry.always(projects, ChoiceEmpty::fault);
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().name(fault.node());
          sink.report(
              Draft.of(place, fault.message())
                  .fix(() -> fixes(Edits.in(projects, key.file()), place)));
        });
  }

  private static @Nullable Fault fault(ProjectModel model, MenuNode node) {
    if (!(node.item() instanceof Item.Choice choice) || choice.name() != null || model.isOpen()) {
      return null;
    }
    if (ChoiceTree.members(node).isEmpty()) {
      return new Fault(node, "this choice has no member");
    }
    return hasType(model.spec().dialect(), node)
        ? null
        : new Fault(
            node,
            "this choice has no type, for no member outside of `if` blocks has one: none is ever"
                + " taken");
  }

  /** Until 6.10 a choice without a type takes that of a member, but looks into no block. */
  private static boolean hasType(Dialect dialect, MenuNode choice) {
    return !dialect.has(Feature.TRISTATE_CHOICE)
        || dialect.has(Feature.TYPE_FROM_NESTED_MEMBER)
        || choice.type().isPresent()
        || choice.children().stream()
            .anyMatch(child -> child.symbol() != null && child.symbol().declaredType().isPresent());
  }

  private static List<Fix> fixes(Edits edits, Place place) {
    return edits
        .statementAt(place.range().start())
        .map(choice -> List.of(Fix.unsafe("Delete the choice", edits.deleteStatement(choice))))
        .orElse(List.of());
  }
}
