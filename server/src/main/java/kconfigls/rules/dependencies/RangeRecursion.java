package kconfigls.rules.dependencies;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditional;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reports loops through the bounds of ranges. Where the program refuses them, recursive-dependency
 * says so.
 */
public final class RangeRecursion implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "range-recursion",
          Severity.WARNING,
          "a range whose bound depends on the symbol itself");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      projects.cancel().check();
      if (!model.spec().dialect().has(Feature.EVERY_LOOP_REFUSED)) {
        check(projects, model, sink);
      }
    }
  }

  private static void check(CheckedProjects projects, ProjectModel model, FindingSink sink) {
    Set<String> reported = new HashSet<>();
    for (Symbol symbol : model.symbols().values()) {
      for (MenuNode node : symbol.nodes()) {
        for (Prop prop : node.props()) {
          if (prop instanceof Prop.Range range) {
            Loop loop = loop(model, symbol, range);
            if (loop != null && loop.symbols().stream().noneMatch(reported::contains)) {
              reported.addAll(loop.symbols());
              sink.report(draft(projects, symbol, node, range, loop));
            }
          }
        }
      }
    }
  }

  /** The symbols that lead from a bound back to the symbol of the range, which comes last. */
  private record Loop(List<String> symbols) {}

  private static Draft draft(
      CheckedProjects projects, Symbol symbol, MenuNode node, Prop.Range range, Loop loop) {
    Place place = projects.semantics().place(node.file(), range.key());
    String way = symbol.name() + " -> " + String.join(" -> ", loop.symbols());
    String message = "the bounds of `" + symbol.name() + "` depend on its own value: " + way;
    List<Related> related =
        loop.symbols().stream()
            .filter(name -> !name.equals(symbol.name()))
            .map(
                name ->
                    new Related(
                        projects.semantics().definitions(name).getFirst(), "`" + name + "`"))
            .toList();
    return Draft.of(place, message).about(symbol.name()).see(related);
  }

  private static @Nullable Loop loop(ProjectModel model, Symbol symbol, Prop.Range range) {
    Map<String, String> from = new LinkedHashMap<>();
    Deque<String> queue = new ArrayDeque<>();
    reach(model, symbol.name(), List.of(range.low(), range.high()), from, queue);
    while (!queue.isEmpty()) {
      String at = queue.remove();
      if (at.equals(symbol.name())) {
        return new Loop(way(at, from));
      }
      Symbol next = model.symbol(at);
      if (next != null) {
        next.nodes().forEach(node -> follow(model, at, node, from, queue));
      }
    }
    return null;
  }

  private static List<String> way(String end, Map<String, String> from) {
    Deque<String> way = new ArrayDeque<>(List.of(end));
    String at = from.get(end);
    while (at != null && !at.equals(end)) {
      way.addFirst(at);
      at = from.get(at);
    }
    return List.copyOf(way);
  }

  /** What the value of a number is computed from: its defaults, its ranges and their conditions. */
  private static void follow(
      ProjectModel model,
      String name,
      MenuNode node,
      Map<String, String> from,
      Deque<String> queue) {
    for (Prop prop : node.props()) {
      Expr condition = Conditional.condition(prop);
      if (prop instanceof Prop.Default def) {
        reach(model, name, List.of(def.value()), from, queue);
      } else if (prop instanceof Prop.Range range) {
        reach(model, name, List.of(range.low(), range.high()), from, queue);
      }
      if (condition != null && !(prop instanceof Prop.Select)) {
        reach(model, name, List.of(condition), from, queue);
      }
    }
    reach(model, name, List.of(node.dependency()), from, queue);
  }

  private static void reach(
      ProjectModel model,
      String by,
      List<? extends Expr> exprs,
      Map<String, String> from,
      Deque<String> queue) {
    for (Expr expr : exprs) {
      expr.forEachOperand(
          operand -> {
            if (operand instanceof Expr.Symbol(String name)
                && model.symbol(name) != null
                && from.putIfAbsent(name, by) == null) {
              queue.add(name);
            }
          });
    }
  }
}
