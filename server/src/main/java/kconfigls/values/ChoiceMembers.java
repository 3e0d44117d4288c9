package kconfigls.values;

import java.util.Map;
import kconfigls.model.MenuNode;
import kconfigls.outline.Item;

/** Finds the members of a choice and settles its type (menu_finalize in menu.c). */
final class ChoiceMembers {
  private final ValueSymbol choice;
  private final boolean typesFromMembers;

  ChoiceMembers(ValueSymbol choice, boolean typesFromMembers) {
    this.choice = choice;
    this.typesFromMembers = typesFromMembers;
  }

  void collect(MenuNode node, Map<String, ValueSymbol> symbols) {
    add(node, symbols);
    if (choice.type.equals("unknown")) {
      choice.type =
          choice.members.stream()
              .map(member -> member.type)
              .filter(type -> typesFromMembers && !type.equals("unknown"))
              .findFirst()
              .orElse("bool");
    }
    for (ValueSymbol member : choice.members) {
      if (member.type.equals("unknown")) {
        member.type = choice.type;
      }
    }
    choice.priority.clear();
    choice.priority.addAll(choice.members);
  }

  private void add(MenuNode node, Map<String, ValueSymbol> symbols) {
    for (MenuNode child : node.children()) {
      if (child.item() instanceof Item.If) {
        add(child, symbols);
      } else if (child.symbol() != null) {
        ValueSymbol member = symbols.get(child.symbol().name());
        if (member != null && member.choice == null) {
          member.choice = choice;
          choice.members.add(member);
        }
      }
    }
  }
}
