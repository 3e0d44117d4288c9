package kconfigls.values;

import java.util.HashMap;
import java.util.Map;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** The conditions of properties with all that the enclosing blocks add: the language page, C.2. */
final class Conditions {
  private final SymbolValues values;
  private final Expressions expressions;
  private final ValueTable table;
  private final boolean choiceBounds;
  private final boolean openEntriesCount;
  private final Map<MenuNode, Integer> memo = new HashMap<>(1 << 12);

  Conditions(SymbolValues values, Expressions expressions, ValueTable table, Dialect dialect) {
    this.values = values;
    this.expressions = expressions;
    this.table = table;
    this.choiceBounds = dialect.has(Feature.TRISTATE_CHOICE);
    this.openEntriesCount = dialect.has(Feature.OPEN_ENTRIES_COUNT);
  }

  void forget() {
    memo.clear();
  }

  /** The condition of a property of an entry. */
  int of(MenuNode node, @Nullable Expr condition) {
    int dependency = dependency(node);
    return dependency == Tri.N ? Tri.N : Tri.and(dependency, expressions.condition(condition));
  }

  /** The condition of a default; one of a configdefault needs the symbol's dependency, too. */
  int ofDefault(ValueSymbol s, ValueSymbol.Property property) {
    int condition = of(property.node(), property.condition());
    return property.node().isConfigdefault() ? Tri.and(direct(s), condition) : condition;
  }

  int visibility(ValueSymbol s) {
    int visible = Tri.N;
    for (ValueSymbol.Property prompt : s.prompts) {
      int one = of(prompt.node(), prompt.condition());
      if (one != Tri.N) {
        one = Tri.and(one, expressions.condition(prompt.node().inheritedVisibility()));
      }
      if (choiceBounds && s.choice != null && s.is(SymbolType.TRISTATE)) {
        one = Tri.value(one) == Tri.M && s.choice.tri == Tri.Y ? Tri.N : one;
      }
      visible = Tri.or(visible, one);
    }
    return visible;
  }

  /** What one of a symbol's entries depends on. */
  int direct(ValueSymbol s) {
    int direct = Tri.N;
    boolean any = false;
    for (MenuNode node : s.nodes) {
      if (openEntriesCount || hasDependency(node)) {
        any = true;
        direct = Tri.or(direct, dependency(node));
      }
    }
    return any ? direct : Tri.Y;
  }

  private static boolean hasDependency(MenuNode node) {
    for (MenuNode at = node; at != null; at = at.parent()) {
      if (at.item() instanceof Item.If
          || at.props().stream().anyMatch(prop -> prop instanceof Prop.Depends)) {
        return true;
      }
    }
    return false;
  }

  /** What selects a symbol; a choice is held at m as long as it is visible. */
  int reverse(ValueSymbol s) {
    int reverse = edges(s.selects);
    if (s.isChoice && !s.isOptional) {
      for (ValueSymbol.Property prompt : s.prompts) {
        int one = of(prompt.node(), prompt.condition());
        one = Tri.and(one, expressions.condition(prompt.node().inheritedVisibility()));
        reverse = Tri.or(reverse, Tri.and(one, Tri.M));
      }
    }
    return reverse;
  }

  /** Whether a setting applies; one that is a default needs the target's dependency, too. */
  int of(ValueSymbol target, ValueSymbol.Setting setting) {
    int one = expressions.condition(setting.source());
    if (one != Tri.N) {
      one = Tri.and(one, of(setting.node(), setting.condition()));
    }
    return setting.isDefault() ? Tri.and(direct(target), one) : one;
  }

  int implied(ValueSymbol s) {
    return edges(s.implies);
  }

  private int edges(Iterable<ValueSymbol.Property> edges) {
    int all = Tri.N;
    for (ValueSymbol.Property edge : edges) {
      int one = expressions.condition(edge.value());
      if (one != Tri.N) {
        one = Tri.and(one, of(edge.node(), edge.condition()));
      }
      all = Tri.or(all, one);
      if (all == Tri.Y) {
        break;
      }
    }
    return all;
  }

  /** The dependency of a statement with that of all blocks around it. */
  int dependency(MenuNode node) {
    Integer known = memo.get(node);
    if (known != null) {
      return known;
    }
    int outer = outer(node);
    if (isHeldBack(node)) {
      return Tri.N;
    }
    int all = outer == Tri.N ? Tri.N : Tri.and(outer, expressions.condition(node.ownDependency()));
    if (!choiceBounds || !isInChoice(node)) {
      memo.put(node, all);
    }
    return all;
  }

  private int outer(MenuNode node) {
    MenuNode parent = node.parent();
    if (parent == null) {
      return Tri.Y;
    }
    if (choiceBounds && parent.item() instanceof Item.Choice) {
      ValueSymbol choice = table.choice(parent);
      values.compute(choice);
      return choice.known ? choice.tri : choice.tri | Tri.UNKNOWN;
    }
    return dependency(parent);
  }

  /** A member that cannot be m is on offer only while its tristate choice is y. */
  private boolean isHeldBack(MenuNode node) {
    ValueSymbol member = node.symbol() == null ? null : table.find(node.symbol().name());
    if (!choiceBounds || member == null || member.choice == null) {
      return false;
    }
    ValueSymbol choice = member.choice;
    return choice.is(SymbolType.TRISTATE)
        && !member.is(SymbolType.TRISTATE)
        && table.isMember(node, choice)
        && choice.tri != Tri.Y;
  }

  private static boolean isInChoice(MenuNode node) {
    for (MenuNode at = node.parent(); at != null; at = at.parent()) {
      if (at.item() instanceof Item.Choice) {
        return true;
      }
    }
    return false;
  }

  /** Which member a choice's defaults name first; null for none that is visible. */
  @Nullable ValueSymbol visibleDefault(ValueSymbol choice) {
    for (ValueSymbol.Property property : choice.defaults) {
      int condition = of(property.node(), property.condition());
      choice.known &= Tri.isKnown(condition);
      ValueSymbol named = table.single(property.value()).orElse(null);
      if (Tri.value(condition) != Tri.N && named != null && Tri.value(named.visible) != Tri.N) {
        return named;
      }
    }
    for (ValueSymbol member : choice.members) {
      if (Tri.value(member.visible) != Tri.N) {
        return member;
      }
    }
    return null;
  }
}
