package kconfigls.rules.menus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Reports defaults of choices that name the member which is taken anyway, the first. */
public final class ChoiceDefaultNotFirst implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "menus",
              "choice-default-not-first",
              Severity.HINT,
              "the default of a choice is its first member, which needs no default")
          .optIn();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Fault> found = PerEntry.always(projects, ChoiceDefaultNotFirst::fault);
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          String message =
              "`" + fault.name() + "` is the first member, which is the default anyway";
          sink.report(
              Draft.of(place, message).about(fault.name()).fix(() -> fixes(projects, place)));
        });
  }

  private static List<Fix> fixes(CheckedProjects projects, Place place) {
    Edits edits = Edits.in(projects, place.file());
    return List.of(Fix.safe("Delete the line", edits.deleteLines(place.range())));
  }

  private static @Nullable Fault fault(ProjectModel model, MenuNode node) {
    if (!(node.item() instanceof Item.Choice choice) || choice.name() != null || model.isOpen()) {
      return null;
    }
    Prop.Default last = null;
    for (Prop prop : node.props()) {
      last = prop instanceof Prop.Default def ? def : last;
    }
    // what stands before it may still choose another member
    if (last == null
        || last.condition() != null
        || !(last.value() instanceof Expr.Symbol(String name))) {
      return null;
    }
    boolean first = first(node.children()).filter(name::equals).isPresent();
    return first ? new Fault(last.key(), name) : null;
  }

  private static Optional<String> first(List<MenuNode> nodes) {
    for (MenuNode node : nodes) {
      if (node.symbol() != null) {
        return Optional.of(node.symbol().name());
      }
      Optional<String> inner =
          node.item() instanceof Item.If ? first(node.children()) : Optional.empty();
      if (inner.isPresent()) {
        return inner;
      }
    }
    return Optional.empty();
  }
}
