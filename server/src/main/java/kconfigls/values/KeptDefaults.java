package kconfigls.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/**
 * The values that a sdkconfig marks with {@code # default:}. Where Kconfig has another default now,
 * the kept one takes its place, what it depends on first: {@code resolve_defaults} of
 * esp-idf-kconfig.
 */
final class KeptDefaults {
  private final SymbolValues values;
  private final ValueTable table;

  /** The kept values in the order of their first lines. */
  private final Map<ValueSymbol, String> kept;

  private final Map<ValueSymbol, String> standards = new HashMap<>();
  private final Set<ValueSymbol> settled = new HashSet<>();
  private final Set<ValueSymbol> entered = new HashSet<>();

  KeptDefaults(SymbolValues values, ValueTable table, Map<ValueSymbol, String> kept) {
    this.values = values;
    this.table = table;
    this.kept = kept;
  }

  /** Puts the kept values in the place of the defaults that differ. */
  void apply() {
    Set<ValueSymbol> choices = new LinkedHashSet<>();
    for (ValueSymbol symbol : kept.keySet()) {
      if (symbol.prompts.isEmpty()) {
        continue; // the program computes it anew
      }
      if (symbol.choice == null) {
        settle(symbol);
      } else {
        choices.add(symbol.choice);
      }
    }
    choices.forEach(this::settleChoice);
  }

  /** The default of Kconfig where it is another than the kept one; null where it is not. */
  @Nullable String standard(ValueSymbol symbol) {
    return standards.get(symbol);
  }

  private void settle(ValueSymbol symbol) {
    String value = kept.get(symbol);
    if (value == null || symbol.choice != null || symbol.hasUserValue) {
      return;
    }
    if (settled.contains(symbol) || !entered.add(symbol)) {
      return;
    }
    dependencies(symbol).forEach(this::settle);
    entered.remove(symbol);
    if (!isVisible(symbol)) {
      return;
    }
    String standard = values.shown(symbol);
    if (!standard.equals(value)) {
      standards.put(symbol, standard);
      // the program takes y and n for values of a bool before it looks at the type
      if (!symbol.isText() || !(value.equals("y") || value.equals("n"))) {
        replace(symbol, Expr.operand(value, symbol.isText()));
      }
    }
    settled.add(symbol);
  }

  private void settleChoice(ValueSymbol choice) {
    dependencies(choice).forEach(this::settle);
    if (!isVisible(choice)) {
      return;
    }
    if (choice.userMember != null) {
      if (choice.chosen != null) {
        choice.userMember = choice.chosen;
      }
      return;
    }
    List<ValueSymbol> on = new ArrayList<>();
    for (ValueSymbol member : choice.members) {
      if ("y".equals(kept.get(member))) {
        dependencies(member).forEach(this::settle);
        if (isVisible(member)) {
          on.add(member);
        }
      }
    }
    if (on.size() > 1 || (on.size() == 1 && differs(choice))) {
      replace(choice, new Expr.Symbol(on.getLast().name));
    }
  }

  private boolean differs(ValueSymbol choice) {
    for (ValueSymbol member : choice.members) {
      String value = kept.get(member);
      values.compute(member);
      if (value != null && !value.equals(values.shown(member))) {
        return true;
      }
    }
    return false;
  }

  private boolean isVisible(ValueSymbol symbol) {
    values.compute(symbol);
    return Tri.value(symbol.visible) != Tri.N;
  }

  /** A kept default counts only where the dependencies of all entries hold. */
  private void replace(ValueSymbol symbol, Expr value) {
    List<Expr> others = symbol.nodes.stream().skip(1).map(MenuNode::dependency).toList();
    symbol.defaults.clear();
    symbol.defaults.add(new ValueSymbol.Property(symbol.nodes.getFirst(), value, Expr.and(others)));
    values.forget();
  }

  /** What a symbol or a choice depends on, but for what selects it. */
  private Set<ValueSymbol> dependencies(ValueSymbol symbol) {
    Set<ValueSymbol> found = new LinkedHashSet<>();
    Consumer<Expr.Operand> note =
        operand -> {
          ValueSymbol named = operand instanceof Expr.Symbol(String name) ? table.find(name) : null;
          if (named != null) {
            found.add(named);
          }
        };
    for (MenuNode node : symbol.nodes) {
      node.dependency().forEachOperand(note);
      node.inheritedVisibility().forEachOperand(note);
      node.props().forEach(prop -> operands(prop, note));
    }
    return found;
  }

  private static void operands(Prop prop, Consumer<Expr.Operand> note) {
    switch (prop) {
      case Prop.Prompt prompt -> condition(prompt.condition(), note);
      case Prop.Select select -> condition(select.condition(), note);
      case Prop.Default value -> {
        value.value().forEachOperand(note);
        condition(value.condition(), note);
      }
      case Prop.Range range -> {
        note.accept(range.low());
        note.accept(range.high());
        condition(range.condition(), note);
      }
      default -> {
        // dependencies are those of the node; nothing else decides a value
      }
    }
  }

  private static void condition(@Nullable Expr condition, Consumer<Expr.Operand> note) {
    if (condition != null) {
      condition.forEachOperand(note);
    }
  }
}
