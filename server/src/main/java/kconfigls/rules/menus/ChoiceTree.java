package kconfigls.rules.menus;

import java.util.HashSet;
import java.util.Set;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.outline.Item;

/** What a choice of a linked project holds. */
final class ChoiceTree {
  private ChoiceTree() {}

  /** The names of the entries of a choice, those within its {@code if} blocks included. */
  static Set<String> members(MenuNode choice) {
    Set<String> members = new HashSet<>();
    collect(choice, members);
    return members;
  }

  private static void collect(MenuNode node, Set<String> members) {
    for (MenuNode child : node.children()) {
      if (child.symbol() != null) {
        members.add(child.symbol().name());
      } else if (child.item() instanceof Item.If) {
        collect(child, members);
      }
    }
  }

  /** Whether an entry is a member; before 6.11 one that depends on a sibling is none. */
  static boolean isMember(Dialect dialect, MenuNode node) {
    MenuNode choice = node.choice();
    if (choice == null) {
      return false;
    }
    if (dialect.has(Feature.CHOICE_MEMBERS_CHECKED)) {
      return true;
    }
    Set<String> names = new HashSet<>();
    for (MenuNode at = node; at != null && at != choice; at = at.parent()) {
      at.ownDependency()
          .forEachOperand(
              operand -> {
                if (operand instanceof Expr.Symbol(String name)) {
                  names.add(name);
                }
              });
    }
    return members(choice).stream().noneMatch(names::contains);
  }
}
