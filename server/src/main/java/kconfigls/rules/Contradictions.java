package kconfigls.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/** Conjuncts about one bool or tristate symbol that no value of it satisfies together. */
public final class Contradictions {
  /**
   * Two conjuncts that exclude each other.
   *
   * @param key the place of the second, the entry's own
   */
  public record Pair(String first, String second, int key) {}

  private Contradictions() {}

  /** A contradiction in a node's dependency that its own part completes; null for none. */
  public static @Nullable Pair in(ProjectModel model, MenuNode node) {
    List<Part> own = own(node);
    if (own.isEmpty()) {
      return null;
    }
    List<Expr> inherited = node.inheritedDependency().conjuncts();
    if (!isAnyNamedTwice(inherited, own)) {
      return null;
    }
    Map<String, Set<Tristate>> domains = new HashMap<>();
    Map<String, String> said = new HashMap<>();
    for (Expr conjunct : inherited) {
      restrict(model, conjunct, domains, said);
    }
    if (domains.values().stream().anyMatch(Set::isEmpty)) {
      return null;
    }
    for (Part part : own) {
      Optional<String> symbol = symbol(part.expr());
      String before = symbol.map(said::get).orElse(null);
      if (restrict(model, part.expr(), domains, said) && before != null) {
        return new Pair(before, ExprPrinter.print(part.expr()), part.key());
      }
    }
    return null;
  }

  private record Part(Expr expr, int key) {}

  /** Most entries need each symbol once at most: this keeps them cheap. */
  private static boolean isAnyNamedTwice(List<Expr> inherited, List<Part> own) {
    if (inherited.size() + own.size() < 2) {
      return false;
    }
    Set<String> names = new HashSet<>();
    for (Expr conjunct : inherited) {
      symbol(conjunct).ifPresent(names::add);
    }
    for (Part part : own) {
      Optional<String> name = symbol(part.expr());
      if (name.isPresent() && !names.add(name.get())) {
        return true;
      }
    }
    return false;
  }

  private static List<Part> own(MenuNode node) {
    List<Part> parts = new ArrayList<>();
    if (node.item() instanceof Item.If block) {
      node.ownDependency().conjuncts().forEach(part -> parts.add(new Part(part, block.key())));
    }
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Depends depends) {
        depends.value().conjuncts().forEach(part -> parts.add(new Part(part, depends.key())));
      }
    }
    return parts;
  }

  private static Optional<String> symbol(Expr conjunct) {
    return switch (conjunct) {
      case Expr.Symbol symbol -> Optional.of(symbol.name());
      case Expr.Not(Expr.Symbol(String name)) -> Optional.of(name);
      case Expr.Compare(Expr.Symbol(String name), String op, Expr.Const value) -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  /** Whether the conjunct leaves the symbol that it is about no value at all. */
  private static boolean restrict(
      ProjectModel model,
      Expr conjunct,
      Map<String, Set<Tristate>> domains,
      Map<String, String> said) {
    Optional<String> name = symbol(conjunct);
    Symbol symbol = name.map(model::symbol).orElse(null);
    if (symbol == null) {
      return false;
    }
    Set<Tristate> values = values(symbol);
    if (values.isEmpty()) {
      return false;
    }
    Set<Tristate> left = domains.computeIfAbsent(symbol.name(), k -> values);
    left.removeIf(value -> !allows(conjunct, value));
    said.putIfAbsent(symbol.name(), ExprPrinter.print(conjunct));
    return left.isEmpty();
  }

  private static Set<Tristate> values(Symbol symbol) {
    return switch (symbol.type().orElse("")) {
      case "bool" -> EnumSet.of(Tristate.N, Tristate.Y);
      case "tristate" -> EnumSet.allOf(Tristate.class);
      default -> EnumSet.noneOf(Tristate.class);
    };
  }

  /** Whether the conjunct is at least m for a value of its symbol. */
  private static boolean allows(Expr conjunct, Tristate value) {
    return switch (conjunct) {
      case Expr.Symbol symbol -> value != Tristate.N;
      case Expr.Not not -> value != Tristate.Y;
      case Expr.Compare(Expr.Operand left, String op, Expr.Const(Tristate constant)) ->
          compare(value.ordinal(), op, constant.ordinal());
      default -> true;
    };
  }

  private static boolean compare(int left, String op, int right) {
    return switch (op) {
      case "=" -> left == right;
      case "!=" -> left != right;
      case "<" -> left < right;
      case "<=" -> left <= right;
      case ">" -> left > right;
      default -> left >= right;
    };
  }
}
