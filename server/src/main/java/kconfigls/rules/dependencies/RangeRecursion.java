package kconfigls.rules.dependencies;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
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
    Needs needs = new Needs(model);
    for (Symbol symbol : model.symbols().values()) {
      for (MenuNode node : symbol.nodes()) {
        for (Prop prop : node.props()) {
          if (prop instanceof Prop.Range range) {
            boolean possible = !reported.contains(symbol.name()) && needs.mayLoop(symbol.name());
            Loop loop = possible ? loop(needs, symbol, range) : null;
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

  private static @Nullable Loop loop(Needs needs, Symbol symbol, Prop.Range range) {
    Map<String, String> from = new LinkedHashMap<>();
    Deque<String> queue = new ArrayDeque<>();
    Set<String> bounds = new LinkedHashSet<>();
    needs.add(List.of(range.low(), range.high()), bounds);
    follow(symbol.name(), bounds, from, queue);
    while (!queue.isEmpty() && needs.isWorthMore()) {
      String at = queue.remove();
      if (at.equals(symbol.name())) {
        return new Loop(way(at, from));
      }
      follow(at, needs.of(at), from, queue);
    }
    return null;
  }

  private static void follow(
      String by, Set<String> needed, Map<String, String> from, Deque<String> queue) {
    for (String name : needed) {
      if (from.putIfAbsent(name, by) == null) {
        queue.add(name);
      }
    }
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
}
