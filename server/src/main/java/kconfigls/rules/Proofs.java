package kconfigls.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kconfigls.dialect.Feature;
import kconfigls.expr.Budget;
import kconfigls.expr.Demand;
import kconfigls.expr.Domain;
import kconfigls.expr.Expr;
import kconfigls.expr.Solver;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
import kconfigls.vfs.VfsPath;
import org.jspecify.annotations.Nullable;

/**
 * What can be proved about the conditions of a file's entries in one project, whatever the values
 * of the symbols are. Macros stay unknown, even where their values are known here and now. Symbols
 * that are defined nowhere may have any value: other rules report them.
 */
public final class Proofs {
  private final CheckedProjects projects;
  private final ProjectModel model;
  private final VfsPath file;
  private final Solver solver;
  private final Solver lenient;
  private final Budget budget;

  private Proofs(CheckedProjects projects, ProjectModel model, VfsPath file) {
    this.projects = projects;
    this.model = model;
    this.file = file;
    this.budget = projects.budget(file);
    boolean ordered = !model.spec().dialect().has(Feature.CONSTANTS_COMPARED_AS_TEXT);
    this.solver = new Solver(name -> domain(name, true), ordered);
    this.lenient = new Solver(name -> domain(name, false), ordered);
  }

  /** What can be proved about the conditions of a statement. */
  public static Proofs of(CheckedProjects projects, ProjectModel model, MenuNode node) {
    return new Proofs(projects, model, node.file().file());
  }

  private Domain domain(String name, boolean strict) {
    Symbol symbol = model.symbol(name);
    if (symbol == null) {
      boolean isMark = name.equals(Conditions.MODULES);
      return isMark ? Domain.BOOL : strict && isElsewhere(name) ? Domain.NEVER : Domain.ANY;
    }
    return symbol.type().map(Proofs::domain).orElse(Domain.ANY);
  }

  private static Domain domain(SymbolType type) {
    return switch (type) {
      case BOOL -> Domain.BOOL;
      case TRISTATE -> Domain.TRISTATE;
      case INT -> Domain.INT;
      case HEX -> Domain.HEX;
      case STRING -> Domain.STRING;
      case FLOAT -> Domain.ANY;
    };
  }

  /** A symbol of other architectures is n here, unless its being out of reach is reported. */
  private boolean isElsewhere(String name) {
    return !model.isOpen()
        && projects.isDefinedAnywhere(name)
        && projects.types(file).isDefined(name);
  }

  /** Whether the facts exclude each other, or what follows from them does. */
  public boolean isImpossible(List<Fact> facts) {
    return areExcluded(facts) || (isWorthwhile(facts) && areExcluded(consequences().added(facts)));
  }

  /** Whether the facts are few enough for a proof, and the budget is not spent. */
  private boolean isWorthwhile(List<Fact> facts) {
    return budget.take(facts.size())
        && !Solver.areTooLarge(facts.stream().map(Fact::expr).toList());
  }

  private boolean areExcluded(List<Fact> facts) {
    return solver.isImpossible(demands(facts, Tristate.M), budget);
  }

  /** Whether the facts exclude each other even if all symbols were defined here. */
  public boolean isContradiction(List<Fact> facts) {
    return lenient.isImpossible(demands(facts, Tristate.M), budget)
        || lenient.isImpossible(demands(consequences().added(facts), Tristate.M), budget);
  }

  /** What an entry of a symbol must find met for the symbol's dependencies to be met. */
  public List<Fact> dependency(Symbol symbol) {
    return Consequences.dependency(symbol);
  }

  /** The facts with all that follows from them, directly or not; within bounds. */
  public List<Fact> withConsequences(List<Fact> facts) {
    return consequences().added(facts);
  }

  private Consequences consequences() {
    return projects.consequences(model);
  }

  /**
   * Why more facts exclude those that are given, or one another: as few of all of them, and of what
   * follows from them, as suffice. Null if they do not, if it cannot be told, or if one symbol of
   * theirs can never be set: then that one is reported.
   */
  public @Nullable List<Fact> exclusion(List<Fact> given, List<Fact> more) {
    List<Fact> all = new ArrayList<>(given);
    all.addAll(more);
    if (!isWorthwhile(all)) {
      return null;
    }
    if (areMetByY(all) && consequences().arePlain(all, solver)) {
      return null;
    }
    if (areExcluded(all)) {
      return reasons(all);
    }
    List<Fact> extended = consequences().added(all);
    return areExcluded(extended) && all.stream().noneMatch(this::isDead)
        ? linked(reasons(extended), all, extended)
        : null;
  }

  /** The reasons, and what leads to those that only follow from something, before them. */
  private static List<Fact> linked(List<Fact> reasons, List<Fact> given, List<Fact> extended) {
    List<Fact> all = new ArrayList<>(reasons);
    for (int i = 0; i < all.size(); i++) {
      Fact fact = all.get(i);
      if (given.contains(fact) || fact.entry().symbol() == null) {
        continue;
      }
      String name = fact.entry().symbol().name();
      Optional<Fact> link = extended.stream().filter(each -> each.sets(name)).findFirst();
      if (link.isPresent() && !all.contains(link.get())) {
        all.add(link.get());
      }
    }
    return new ArrayList<>(new LinkedHashSet<>(extended.stream().filter(all::contains).toList()));
  }

  /** Most conditions ask for symbols to be set, so this is often all there is to do. */
  private boolean areMetByY(List<Fact> facts) {
    for (Fact fact : facts) {
      if (!solver.isMetByAll(fact.expr(), Tristate.Y)) {
        return false;
      }
    }
    return true;
  }

  private boolean isDead(Fact fact) {
    return Conditions.names(fact.expr()).stream()
        .anyMatch(
            name -> {
              Fact set = new Fact(new Expr.Symbol(name), fact.entry(), fact.node(), fact.key());
              return areExcluded(consequences().added(List.of(set)));
            });
  }

  private List<Fact> reasons(List<Fact> facts) {
    List<Fact> kept = new ArrayList<>(facts);
    for (Fact fact : facts) {
      List<Fact> fewer = new ArrayList<>(kept);
      fewer.remove(fact);
      if (areExcluded(fewer)) {
        kept = fewer;
      }
    }
    return kept;
  }

  /** Whether one of the conditions is not n whenever the facts hold. */
  public boolean isAnyMet(List<Fact> facts, List<Expr> conditions) {
    List<Demand> demands = demands(facts, Tristate.M);
    conditions.forEach(condition -> demands.add(Demand.atMost(condition, Tristate.N)));
    return lenient.isImpossible(demands, budget);
  }

  /** Whether the condition is nowhere less than the least of the facts. */
  public boolean isImplied(List<Fact> facts, Expr condition) {
    if (!isWorthwhile(facts)
        || Solver.isTooLarge(condition)
        || !mayBeImplied(facts, condition)
        || !isAnyMet(facts, List.of(condition))) {
      return false;
    }
    List<Demand> demands = demands(facts, Tristate.Y);
    demands.add(Demand.atMost(condition, Tristate.M));
    return lenient.isImpossible(demands, budget);
  }

  /** Few conditions name a symbol of the facts, or hold for whatever values: this is quick. */
  private boolean mayBeImplied(List<Fact> facts, Expr condition) {
    Set<String> names = Conditions.names(condition);
    for (Fact fact : facts) {
      if (Conditions.namesAny(fact.expr(), names)) {
        return true;
      }
    }
    return !lenient.isMissedByAll(condition, Tristate.N)
        && !lenient.isMissedByAll(condition, Tristate.Y);
  }

  /** As few of the facts as suffice for a condition never to be n. */
  public List<Fact> guarantee(List<Fact> facts, Expr condition) {
    return without(List.of(), facts, List.of(), List.of(condition));
  }

  /** Leaves out what is not needed of some facts, the last first and many at once. */
  private List<Fact> without(
      List<Fact> before, List<Fact> tried, List<Fact> after, List<Expr> conditions) {
    if (tried.isEmpty() || isAnyMet(joined(before, after), conditions)) {
      return List.of();
    }
    if (tried.size() == 1) {
      return tried;
    }
    List<Fact> first = tried.subList(0, tried.size() / 2);
    List<Fact> second = tried.subList(tried.size() / 2, tried.size());
    List<Fact> kept = without(joined(before, first), second, after, conditions);
    return joined(without(before, first, joined(kept, after), conditions), kept);
  }

  private static List<Fact> joined(List<Fact> first, List<Fact> second) {
    List<Fact> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }

  private static List<Demand> demands(List<Fact> facts, Tristate least) {
    List<Demand> demands = new ArrayList<>(facts.size() + 4);
    facts.forEach(fact -> demands.add(Demand.atLeast(fact.expr(), least)));
    return demands;
  }
}
