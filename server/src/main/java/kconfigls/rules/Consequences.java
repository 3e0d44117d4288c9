package kconfigls.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.expr.Solver;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a symbol's being set in one project: if nothing selects it, its dependencies
 * are met, and of a choice's members no other is set.
 */
final class Consequences {
  private static final int MOST_FACTS = 80;
  private static final int MOST_ENTRIES = 4;
  private static final int MOST_MEMBERS = 40;

  private final CheckedProjects projects;
  private final ProjectModel model;
  private final Map<String, List<Fact>> known = new ConcurrentHashMap<>();
  private final Map<String, Boolean> plain = new ConcurrentHashMap<>();

  Consequences(CheckedProjects projects, ProjectModel model) {
    this.projects = projects;
    this.model = model;
  }

  /** The facts with all that follows from them, directly or not; within bounds. */
  List<Fact> added(List<Fact> facts) {
    List<Fact> all = new ArrayList<>(facts);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < all.size() && all.size() < MOST_FACTS; i++) {
      for (Expr conjunct : all.get(i).expr().conjuncts()) {
        String name = set(conjunct);
        if (name != null && seen.add(name)) {
          all.addAll(of(name));
        }
      }
    }
    return all;
  }

  /** Whether all that follows from the facts holds if every symbol there is were y. */
  boolean arePlain(List<Fact> facts, Solver solver) {
    for (Fact fact : facts) {
      for (Expr conjunct : fact.expr().conjuncts()) {
        String name = set(conjunct);
        if (name != null && !isPlain(name, solver)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean isPlain(String name, Solver solver) {
    Boolean known = plain.get(name);
    if (known == null) {
      known = plain.putIfAbsent(name, true); // what is in progress decides nothing
    }
    if (known != null) {
      return known;
    }
    for (Fact fact : of(name)) {
      String next = set(fact.expr());
      if (!solver.isMetByAll(fact.expr(), Tristate.Y) || (next != null && !isPlain(next, solver))) {
        plain.put(name, false);
        return false;
      }
    }
    return true;
  }

  /** The symbol that is set wherever a condition is met; null for none. */
  static @Nullable String set(Expr expr) {
    return switch (expr) {
      case Expr.Symbol(String name) -> name;
      case Expr.Compare(Expr.Symbol(String name), Comparison op, Expr.Const(Tristate value)) ->
          op == (value == Tristate.N ? Comparison.UNEQUAL : Comparison.EQUAL) ? name : null;
      default -> null;
    };
  }

  private List<Fact> of(String name) {
    List<Fact> before = known.get(name);
    if (before != null) {
      return before;
    }
    List<Fact> facts = new ArrayList<>(0);
    Symbol symbol = model.symbol(name);
    if (symbol != null && symbol.isLogic() && !projects.isForced(name)) {
      facts.addAll(dependency(symbol));
      addSiblings(symbol, facts);
    }
    known.put(name, facts);
    return facts;
  }

  /** What must be met for one of a symbol's entries to be alive; nothing if there are many. */
  static List<Fact> dependency(Symbol symbol) {
    List<MenuNode> nodes =
        symbol.nodes().stream()
            .filter(node -> !node.isConfigdefault())
            .limit(MOST_ENTRIES + 1)
            .toList();
    if (nodes.size() == 1) {
      return Conditions.facts(nodes.getFirst());
    }
    if (nodes.isEmpty() || nodes.size() > MOST_ENTRIES) {
      return List.of();
    }
    Expr any = dependency(nodes);
    MenuNode first = nodes.getFirst();
    return any.equals(Expr.Y)
        ? List.of()
        : List.of(new Fact(any, first, first, first.item().key()));
  }

  /** What a symbol depends on: one of its entries must be alive. */
  private static Expr dependency(List<MenuNode> nodes) {
    List<Expr> parts = new ArrayList<>();
    for (MenuNode node : nodes) {
      Expr part = Expr.Y;
      for (Fact fact : Conditions.facts(node)) {
        part = Expr.and(part, fact.expr());
      }
      if (part.equals(Expr.Y)) {
        return Expr.Y;
      }
      parts.add(part);
    }
    return parts.size() == 1 ? parts.getFirst() : new Expr.Or(List.copyOf(parts));
  }

  private void addSiblings(Symbol symbol, List<Fact> into) {
    MenuNode choice = choice(symbol);
    if (choice == null || choice.children().size() > MOST_MEMBERS || hasSubmenus(choice)) {
      return;
    }
    for (MenuNode child : choice.children()) {
      Symbol sibling = child.symbol();
      if (sibling != null && sibling != symbol && choice(sibling) == choice) {
        Expr not = new Expr.Not(new Expr.Symbol(sibling.name()));
        into.add(new Fact(not, symbol.nodes().getFirst(), choice, choice.item().key()));
      }
    }
  }

  /** The choice that a bool stands in alone, where nothing else gives it a value. */
  private @Nullable MenuNode choice(Symbol symbol) {
    MenuNode node = symbol.nodes().getFirst();
    if (symbol.nodes().size() > 1 || node.choice() == null) {
      return null;
    }
    boolean plainBool =
        symbol.is(SymbolType.BOOL)
            && !projects.isForced(symbol.name())
            && !projects.isImplied(symbol.name())
            && Conditions.properties(node).stream().noneMatch(p -> p instanceof Prop.Default);
    return plainBool ? node.choice() : null;
  }

  /** Until 6.10 what depends on the member before it is shown below that one, and is no member. */
  private static boolean hasSubmenus(MenuNode choice) {
    Set<String> members = new HashSet<>();
    choice.children().forEach(child -> members.add(String.valueOf(child.symbol())));
    return choice.children().stream()
        .flatMap(child -> Conditions.ownFacts(child).stream())
        .anyMatch(fact -> Conditions.names(fact.expr()).stream().anyMatch(members::contains));
  }
}
