package kconfigls.values;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kconfigls.expr.Expr;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * A configuration with what explains it: what was asked for, and what any condition is worth. All
 * values are there, so that several threads may ask.
 */
public final class Evaluation {
  private final Configuration configuration;
  private final List<Request> requests;
  private final Map<String, Value> values;
  private final ValueTable table;
  private final Expressions expressions;

  Evaluation(
      Configuration configuration,
      List<Request> requests,
      ValueTable table,
      Expressions expressions) {
    this.configuration = configuration;
    this.requests = List.copyOf(requests);
    this.values = new HashMap<>();
    configuration.all().forEach(value -> values.put(value.symbol(), value));
    this.table = table;
    this.expressions = expressions;
  }

  public Configuration configuration() {
    return configuration;
  }

  /** The lines that count, in the order in which they were first read. */
  public List<Request> requests() {
    return requests;
  }

  /** The value of a symbol; null if nothing defines it. */
  public @Nullable Value value(String symbol) {
    return values.get(symbol);
  }

  /** What a condition is worth; empty if that is not known. */
  public Optional<Tristate> condition(Expr condition) {
    int tri = expressions.condition(condition);
    return Tri.isKnown(tri) ? Optional.of(Tristate.values()[Tri.value(tri)]) : Optional.empty();
  }

  /**
   * A {@code select} or {@code imply} of a symbol, or a {@code set} of its value.
   *
   * @param symbol that has the line
   * @param node the entry with the line
   * @param force how far it holds the symbol up; empty if that is not known
   */
  public record Selector(String symbol, MenuNode node, Optional<Tristate> force) {}

  /** What selects a symbol, whether it does now or not. */
  public List<Selector> selectors(String symbol) {
    ValueSymbol target = table.find(symbol);
    if (target == null) {
      return List.of();
    }
    List<Selector> found = new ArrayList<>();
    for (ValueSymbol.Property select : target.selects) {
      found.add(selector(select.node(), select.condition()));
    }
    for (ValueSymbol.Setting setting : target.settings) {
      found.add(selector(setting.node(), setting.condition()));
    }
    return found;
  }

  private Selector selector(MenuNode node, @Nullable Expr condition) {
    Symbol symbol = Objects.requireNonNull(node.symbol());
    Expr own = Expr.and(new Expr.Symbol(symbol.name()), node.dependency());
    return new Selector(
        symbol.name(), node, condition(condition == null ? own : Expr.and(own, condition)));
  }

  /** The name of the symbol that says whether there are modules; empty if there is none. */
  public Optional<String> modules() {
    ValueSymbol modules = table.modules();
    return modules == null ? Optional.empty() : Optional.of(modules.name);
  }

  /** The members of the choice that a symbol is a member of, itself among them; else empty. */
  public List<String> choice(String symbol) {
    ValueSymbol member = table.find(symbol);
    return member == null || member.choice == null
        ? List.of()
        : member.choice.members.stream().map(other -> other.name).toList();
  }

  /** Whether all symbols have the same value as in another, and the same lines are written. */
  public boolean isSameAs(Evaluation other) {
    return values.size() == other.values.size()
        && values.values().stream().allMatch(value -> isSame(value, other.value(value.symbol())));
  }

  private static boolean isSame(Value one, @Nullable Value other) {
    return other != null
        && one.text().equals(other.text())
        && one.visible() == other.visible()
        && one.isWritten() == other.isWritten()
        && one.isKnown() == other.isKnown();
  }
}
