package kconfigls.values;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.outline.Item;

/** Finds the members of a choice and settles its type (menu_finalize in menu.c). */
final class ChoiceMembers {
  private final ValueSymbol choice;
  private final boolean dropsDependents;
  private final boolean nestedGivesType;
  private final Set<String> submenu = new HashSet<>();

  ChoiceMembers(ValueSymbol choice, Dialect dialect) {
    this.choice = choice;
    this.dropsDependents = dialect.has(Feature.TRISTATE_CHOICE);
    this.nestedGivesType = dialect.has(Feature.TYPE_FROM_NESTED_MEMBER);
  }

  void collect(MenuNode node, Map<String, ValueSymbol> symbols) {
    add(node, symbols);
    List<ValueSymbol> typed = typed(node, symbols);
    if (choice.type.equals("unknown")) {
      choice.type =
          dropsDependents
              ? typed.stream()
                  .map(member -> member.type)
                  .filter(type -> !type.equals("unknown"))
                  .findFirst()
                  .orElse("unknown")
              : "bool";
    }
    for (ValueSymbol member : typed) {
      if (member.type.equals("unknown")) {
        member.type = choice.type;
      }
    }
    choice.priority.clear();
    choice.priority.addAll(choice.members);
  }

  /** The members that give the choice its type, or take it from there. */
  private List<ValueSymbol> typed(MenuNode node, Map<String, ValueSymbol> symbols) {
    if (nestedGivesType) {
      return choice.members;
    }
    List<ValueSymbol> typed = new ArrayList<>();
    for (MenuNode child : node.children()) {
      if (child.symbol() != null && symbols.get(child.symbol().name()) != null) {
        typed.add(symbols.get(child.symbol().name()));
      }
    }
    return typed;
  }

  private void add(MenuNode node, Map<String, ValueSymbol> symbols) {
    for (MenuNode child : node.children()) {
      if (child.item() instanceof Item.If) {
        add(child, symbols);
      } else if (child.symbol() != null) {
        ValueSymbol member = symbols.get(child.symbol().name());
        if (member != null && !isBelowMember(child)) {
          submenu.clear();
          join(member);
        }
        submenu.add(child.symbol().name());
      }
    }
  }

  private void join(ValueSymbol member) {
    if (member.choice == null) {
      member.choice = choice;
      choice.members.add(member);
    }
  }

  /** What depends on the member before it is shown below that one and is no member itself. */
  private boolean isBelowMember(MenuNode node) {
    if (!dropsDependents) {
      return false;
    }
    for (MenuNode at = node; at != null && !(at.item() instanceof Item.Choice); at = at.parent()) {
      if (at.ownDependency().conjuncts().stream().anyMatch(this::needsSubmenu)) {
        return true;
      }
    }
    return false;
  }

  private boolean needsSubmenu(Expr expr) {
    return switch (expr) {
      case Expr.Symbol(String name) -> submenu.contains(name);
      case Expr.Compare(Expr.Symbol(String name), String op, Expr.Const(Tristate value)) ->
          submenu.contains(name) && op.equals(value == Tristate.N ? "!=" : "=");
      default -> false;
    };
  }
}
