package kconfigls.rules.menus;

import java.util.List;
import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
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

  /**
   * A menuconfig with an empty menu.
   *
   * @param next what stands behind it and ends its menu; null for nothing
   * @param late what stands further behind and would belong below it; null for nothing
   */
  private record Fault(int key, String name, @Nullable MenuNode next, @Nullable MenuNode late) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Fault> found = PerEntry.always(projects, PointlessMenuconfig::fault);
    found.forEach((key, fault) -> sink.report(draft(projects.semantics(), key, fault)));
  }

  private static Draft draft(Semantics semantics, FileKey key, Fault fault) {
    Place whole = semantics.place(key.file(), fault.key());
    int start = whole.range().start();
    Place place = new Place(whole.file(), new TextRange(start, start + KEYWORD.length()));
    String name = "`" + fault.name() + "`";
    String message = "the menu of " + name + " is empty: ";
    message += fault.next() == null ? "nothing follows" : "what comes next does not depend on it";
    Draft draft = Draft.of(place, message).about(fault.name());
    if (fault.next() != null && fault.late() != null) {
      draft =
          draft.see(
              List.of(
                  new Related(place(semantics, fault.next()), "this ends the menu"),
                  new Related(
                      place(semantics, fault.late()),
                      "this depends on " + name + ", but is late")));
    }
    Fix.Edit edit = new Fix.Edit(place, "config");
    String title = "Replace by `config`";
    Fix fix = fault.late() == null ? Fix.safe(title, edit) : Fix.unsafe(title, edit);
    return draft.fix(() -> List.of(fix));
  }

  private static Place place(Semantics semantics, MenuNode node) {
    return semantics.place(node.file().file(), node.item().key());
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
    List<MenuNode> behind = behind(node);
    MenuNode next = behind.isEmpty() ? null : behind.getFirst();
    if (next != null && mayBelongBelow(next, symbol.name())) {
      return null;
    }
    MenuNode late =
        behind.stream().filter(each -> needs(each, symbol.name())).findFirst().orElse(null);
    return new Fault(entry.key(), symbol.name(), next, late);
  }

  /** What follows in the same menu. */
  private static List<MenuNode> behind(MenuNode node) {
    List<MenuNode> siblings = node.parent() == null ? List.of() : node.parent().children();
    return siblings.subList(siblings.indexOf(node) + 1, siblings.size());
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

  /** Whether the symbol must be set for a statement to be shown. */
  private static boolean needs(MenuNode node, String name) {
    Expr set = new Expr.Symbol(name);
    return node.ownDependency().conjuncts().contains(set)
        || node.prompt()
            .map(Prop.Prompt::condition)
            .filter(condition -> condition.conjuncts().contains(set))
            .isPresent();
  }

  private static boolean names(Expr expr, String name) {
    boolean[] found = {expr.isUnknown()};
    expr.forEachOperand(
        operand -> found[0] |= operand instanceof Expr.Symbol(String each) && each.equals(name));
    return found[0];
  }
}
