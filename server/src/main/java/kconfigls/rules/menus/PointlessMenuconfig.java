package kconfigls.rules.menus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
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
    Map<MenuNode, Siblings> known = new IdentityHashMap<>();
    Map<FileKey, Fault> found =
        PerEntry.always(projects, (model, node) -> fault(model, node, known));
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

  private static @Nullable Fault fault(
      ProjectModel model, MenuNode node, Map<MenuNode, Siblings> known) {
    Symbol symbol = node.symbol();
    if (symbol == null
        || !(node.item() instanceof Item.Entry entry)
        || !entry.keyword().equals(KEYWORD)
        || node.prompt().isEmpty() // is told by another rule
        || model.isOpen()) {
      return null;
    }
    MenuNode parent = node.parent();
    Siblings siblings =
        parent == null ? Siblings.NONE : known.computeIfAbsent(parent, Siblings::below);
    MenuNode next = siblings.next(node);
    if (next != null && mayBelongBelow(next, symbol.name())) {
      return null;
    }
    MenuNode late = siblings.firstThatNeeds(symbol.name(), node);
    return new Fault(entry.key(), symbol.name(), next, late);
  }

  /** The statements of one menu, and which of them need a symbol. */
  private record Siblings(
      List<MenuNode> all,
      Map<MenuNode, Integer> indexes,
      Map<String, NavigableSet<Integer>> needing) {
    static final Siblings NONE = new Siblings(List.of(), Map.of(), Map.of());

    static Siblings below(MenuNode parent) {
      Siblings siblings = new Siblings(parent.children(), new IdentityHashMap<>(), new HashMap<>());
      for (MenuNode node : siblings.all) {
        int index = siblings.indexes.size();
        siblings.indexes.put(node, index);
        for (String name : needed(node)) {
          siblings.needing.computeIfAbsent(name, k -> new TreeSet<>()).add(index);
        }
      }
      return siblings;
    }

    @Nullable MenuNode next(MenuNode node) {
      int index = indexes.getOrDefault(node, -1) + 1;
      return index < all.size() ? all.get(index) : null;
    }

    /** The first behind a statement that is shown only if a symbol is set; null for none. */
    @Nullable MenuNode firstThatNeeds(String name, MenuNode node) {
      NavigableSet<Integer> found = needing.get(name);
      Integer index = found == null ? null : found.higher(indexes.getOrDefault(node, -1));
      return index == null ? null : all.get(index);
    }
  }

  /** The symbols that must be set for a statement to be shown. */
  private static Set<String> needed(MenuNode node) {
    List<Expr> conjuncts = new ArrayList<>(node.ownDependency().conjuncts());
    node.prompt()
        .map(Prop.Prompt::condition)
        .ifPresent(condition -> conjuncts.addAll(condition.conjuncts()));
    Set<String> names = new HashSet<>();
    for (Expr conjunct : conjuncts) {
      if (conjunct instanceof Expr.Symbol(String name)) {
        names.add(name);
      }
    }
    return names;
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
