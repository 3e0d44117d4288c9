package kconfigls.rules.menus;

import java.util.List;
import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Reports a menuconfig whose menu is empty, for what follows does not depend on it. */
public final class PointlessMenuconfig implements ProjectRule {
  private static final String KEYWORD = "menuconfig";
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus", "pointless-menuconfig", Severity.HINT, "a `menuconfig` with an empty menu");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Fault> found = PerEntry.always(projects, PointlessMenuconfig::fault);
    found.forEach(
        (key, fault) -> {
          Place whole = projects.semantics().place(key.file(), fault.key());
          int start = whole.range().start();
          Place place = new Place(whole.file(), new TextRange(start, start + KEYWORD.length()));
          String message =
              "nothing that follows `" + fault.name() + "` depends on it, so its menu is empty";
          Fix fix = Fix.safe("Replace by `config`", new Fix.Edit(place, "config"));
          sink.report(Draft.of(place, message).about(fault.name()).fix(() -> List.of(fix)));
        });
  }

  private static @Nullable Fault fault(ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol == null
        || !(node.item() instanceof Item.Entry entry)
        || !entry.keyword().equals(KEYWORD)
        || node.prompt().isEmpty() // is told by another rule
        || model.isOpen()) {
      return null;
    }
    MenuNode next = next(node);
    return next != null && mayBelongBelow(next, symbol.name())
        ? null
        : new Fault(entry.key(), symbol.name());
  }

  private static @Nullable MenuNode next(MenuNode node) {
    List<MenuNode> siblings = node.parent() == null ? List.of() : node.parent().children();
    int index = siblings.indexOf(node) + 1;
    return index < siblings.size() ? siblings.get(index) : null;
  }

  /** Only what names the symbol in its condition can be shown below it. */
  private static boolean mayBelongBelow(MenuNode next, String name) {
    if (names(next.ownDependency(), name)) {
      return true;
    }
    for (Prop prop : next.props()) {
      if (prop instanceof Prop.Prompt prompt
          && prompt.condition() != null
          && names(prompt.condition(), name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(Expr expr, String name) {
    boolean[] found = {expr.isUnknown()};
    expr.forEachOperand(
        operand -> found[0] |= operand instanceof Expr.Symbol(String each) && each.equals(name));
    return found[0];
  }
}
