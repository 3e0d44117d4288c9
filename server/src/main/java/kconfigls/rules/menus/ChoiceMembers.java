package kconfigls.rules.menus;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;

/** Which entries are members of choices; each choice and each symbol is looked at once. */
final class ChoiceMembers {
  private final Map<MenuNode, Set<String>> names = new IdentityHashMap<>();
  private final Map<Symbol, Optional<First>> firsts = new IdentityHashMap<>();

  /**
   * The first of a symbol's entries that is a member.
   *
   * @param before the entries before it, compared by identity
   */
  record First(MenuNode node, Set<MenuNode> before) {}

  /** The names of the entries of a choice, those within its {@code if} blocks included. */
  Set<String> names(MenuNode choice) {
    return names.computeIfAbsent(choice, ChoiceTree::members);
  }

  /** The first of a symbol's entries that is a member. */
  Optional<First> first(Dialect dialect, Symbol symbol) {
    return firsts.computeIfAbsent(symbol, s -> find(dialect, s));
  }

  private Optional<First> find(Dialect dialect, Symbol symbol) {
    Set<MenuNode> before = Collections.newSetFromMap(new IdentityHashMap<>(4));
    for (MenuNode node : symbol.nodes()) {
      if (isMember(dialect, node)) {
        return Optional.of(new First(node, before));
      }
      before.add(node);
    }
    return Optional.empty();
  }

  /** Whether an entry is a member; before 6.11 one that depends on a sibling is none. */
  private boolean isMember(Dialect dialect, MenuNode node) {
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
    return names(choice).stream().noneMatch(names::contains);
  }
}
