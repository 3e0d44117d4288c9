package kconfigls.values;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** Gives a choice its members and settles its type and theirs (menu_finalize in menu.c). */
final class ChoiceType {
  private final ValueSymbol choice;
  private final Dialect dialect;
  private final boolean nestedGivesType;

  ChoiceType(ValueSymbol choice, Dialect dialect) {
    this.choice = choice;
    this.dialect = dialect;
    this.nestedGivesType = dialect.has(Feature.TYPE_FROM_NESTED_MEMBER);
  }

  /**
   * Adds the members that one node of the choice has.
   *
   * @param symbols all of the project by name
   */
  void settle(MenuNode node, List<Symbol> members, Map<String, ValueSymbol> symbols) {
    members.forEach(member -> join(symbols.get(member.name())));
    List<ValueSymbol> typed = typed(node, symbols);
    if (choice.type.isEmpty()) {
      choice.type =
          dialect.has(Feature.TRISTATE_CHOICE)
              ? typed.stream().flatMap(member -> member.type.stream()).findFirst()
              : Optional.of(SymbolType.BOOL);
    }
    for (ValueSymbol member : typed) {
      if (member.type.isEmpty()) {
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

  private void join(@Nullable ValueSymbol member) {
    if (member != null && member.choice == null) {
      member.choice = choice;
      choice.members.add(member);
    }
  }
}
