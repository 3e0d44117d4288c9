package kconfigls.rules.menus;

import java.util.HashSet;
import java.util.Set;
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
}
