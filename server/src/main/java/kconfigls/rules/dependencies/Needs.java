package kconfigls.rules.dependencies;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.Conditional;

/** What the values of a project's numbers are computed from, each looked up once. */
final class Needs {
  /** A tangle of more symbols is not followed to its end for each of them. */
  private static final int MOST_STEPS = 5_000_000;

  private final ProjectModel model;
  private final Map<String, Set<String>> known = new HashMap<>();

  /** Symbols from which no loop can be reached. */
  private final Set<String> free = new HashSet<>();

  private final Set<String> visited = new HashSet<>();
  private int steps;

  Needs(ProjectModel model) {
    this.model = model;
  }

  /** The symbols in the defaults, ranges and conditions of a symbol, in order of the text. */
  Set<String> of(String name) {
    Set<String> found = known.computeIfAbsent(name, this::find);
    steps += found.size() + 1;
    return found;
  }

  /** Whether there have not been too many steps. */
  boolean isWorthMore() {
    return steps < MOST_STEPS;
  }

  /** How many symbols were looked at, one as often as it was. */
  int steps() {
    return steps;
  }

  private Set<String> find(String name) {
    Set<String> found = new LinkedHashSet<>();
    Symbol symbol = model.symbol(name);
    if (symbol != null) {
      symbol.nodes().forEach(node -> add(node, found));
    }
    return found;
  }

  private void add(MenuNode node, Set<String> found) {
    for (Prop prop : node.props()) {
      Expr condition = Conditional.condition(prop);
      if (prop instanceof Prop.Default def) {
        add(List.of(def.value()), found);
      } else if (prop instanceof Prop.Range range) {
        add(List.of(range.low(), range.high()), found);
      }
      if (condition != null && !(prop instanceof Prop.Select)) {
        add(List.of(condition), found);
      }
    }
    add(List.of(node.dependency()), found);
  }

  /** Adds the symbols of expressions that the project defines. */
  void add(List<? extends Expr> exprs, Set<String> found) {
    for (Expr expr : exprs) {
      expr.forEachOperand(
          operand -> {
            if (operand instanceof Expr.Symbol(String name) && model.symbol(name) != null) {
              found.add(name);
            }
          });
    }
  }

  /** Whether a loop may be reached from a symbol; where none can be, there is none to look for. */
  boolean mayLoop(String name) {
    if (visited.add(name)) {
      visit(name);
    }
    return !free.contains(name);
  }

  /** A symbol on the way, and what of it is to be visited still. */
  private record Step(String name, Iterator<String> rest) {}

  private void visit(String start) {
    Deque<Step> way = new ArrayDeque<>();
    way.push(new Step(start, of(start).iterator()));
    while (!way.isEmpty()) {
      Step step = way.peek();
      if (step.rest().hasNext()) {
        String next = step.rest().next();
        if (visited.add(next)) {
          way.push(new Step(next, of(next).iterator()));
        }
      } else {
        way.pop();
        if (free.containsAll(of(step.name()))) {
          free.add(step.name());
        }
      }
    }
  }
}
