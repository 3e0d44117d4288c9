package kconfigls.ide.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.expr.Tristate;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.support.ValueReasons;
import kconfigls.ide.views.Obstacle.Kind;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.values.ConfigProblem;
import kconfigls.values.Evaluation;
import kconfigls.values.Hindrances;
import kconfigls.values.Value;

/** Finds what keeps a symbol from a value that a configuration file asks for. */
final class Obstacles {
  private static final int OFFERS = 5;

  private final Semantics semantics;
  private final ChosenValues values;
  private final Evaluation evaluation;
  private final Symbol symbol;

  Obstacles(Semantics semantics, ChosenValues values, Symbol symbol) {
    this.semantics = semantics;
    this.values = values;
    this.evaluation = values.evaluation();
    this.symbol = symbol;
  }

  /** At least one. */
  List<Obstacle> of(Value value, String wanted) {
    List<Obstacle> found = new ArrayList<>();
    if (!value.isKnown()) {
      String message =
          "what `"
              + symbol.name()
              + "` depends on is not known, such as a missing file or a command not run";
      found.add(new Obstacle(Kind.UNKNOWN, message, null, place(symbol)));
    }
    boolean logic = value.isLogic();
    if (!Hindrances.hasPrompt(symbol)) {
      String message = "`" + symbol.name() + "` has no prompt, so nobody can set it";
      found.add(new Obstacle(Kind.NO_PROMPT, message, null, place(symbol)));
      if (order(value.text()) < order(wanted)) {
        offers(found);
      }
    } else if (!logic || order(wanted) > order(value.text()) || !isSelected(value)) {
      boolean module = wanted.equals("m") || value.is(SymbolType.BOOL) || !logic;
      dependencies(module ? Tristate.M : Tristate.Y, found);
    }
    if (logic) {
      selects(value, wanted, found);
      choice(value, found);
      modules(wanted, found);
    } else {
      ranges(found);
    }
    problems(found);
    if (found.isEmpty()) {
      String message = "`" + symbol.name() + "` does not become `" + wanted + "`";
      found.add(new Obstacle(Kind.OTHER, message, null, null));
    }
    return found;
  }

  private void dependencies(Tristate wanted, List<Obstacle> found) {
    Hindrances hindrances = new Hindrances(values.model(), evaluation);
    for (Expr part : hindrances.missing(symbol, wanted)) {
      String name = Hindrances.symbol(part);
      Symbol other = name == null ? null : values.model().symbol(name);
      String message = "needs `" + ExprPrinter.print(part) + "`: " + hindrances.values(part);
      Place place = other == null ? null : place(other);
      found.add(new Obstacle(Kind.DEPENDENCY, message, name, place));
    }
  }

  private void selects(Value value, String wanted, List<Obstacle> found) {
    if (order(value.text()) <= order(wanted)) {
      return;
    }
    for (Evaluation.Selector by : evaluation.selectors(symbol.name())) {
      Optional<Tristate> force = by.force();
      if (force.isPresent() && order(force.get().text()) > order(wanted)) {
        String message = "`" + by.symbol() + "` selects it";
        found.add(new Obstacle(Kind.SELECT, message, by.symbol(), select(by)));
      }
    }
  }

  /** Who would hold a symbol up that nobody can set. */
  private void offers(List<Obstacle> found) {
    List<Evaluation.Selector> selectors = evaluation.selectors(symbol.name());
    for (Evaluation.Selector by : selectors.subList(0, Math.min(OFFERS, selectors.size()))) {
      String message = "`" + by.symbol() + "` would select it";
      found.add(new Obstacle(Kind.SELECT, message, by.symbol(), select(by)));
    }
    if (selectors.size() > OFFERS) {
      String message = "and so would " + (selectors.size() - OFFERS) + " more";
      found.add(new Obstacle(Kind.SELECT, message, null, null));
    }
  }

  private Place select(Evaluation.Selector by) {
    for (Prop prop : by.node().props()) {
      if (prop instanceof Prop.Select select && select.target().equals(symbol.name())) {
        return semantics.property(by.node(), prop);
      }
    }
    return semantics.name(by.node());
  }

  private static int order(String tristate) {
    return "nmy".indexOf(tristate);
  }

  private void choice(Value value, List<Obstacle> found) {
    for (String member : evaluation.choice(symbol.name())) {
      Value other = evaluation.value(member);
      Symbol sibling = values.model().symbol(member);
      if (sibling != null && !member.equals(symbol.name()) && other != null && isOn(other)) {
        String message = "`" + member + "` is on in the same choice";
        found.add(new Obstacle(Kind.CHOICE, message, member, place(sibling)));
      }
    }
    if (isOn(value) && !evaluation.choice(symbol.name()).isEmpty()) {
      String message = "one member of the choice is on: set another to `y` instead";
      found.add(new Obstacle(Kind.CHOICE, message, null, null));
    }
  }

  private static boolean isOn(Value value) {
    return value.text().equals("y");
  }

  private void modules(String wanted, List<Obstacle> found) {
    String modules = evaluation.modules().orElse(null);
    Value value = modules == null ? null : evaluation.value(modules);
    if (wanted.equals("m") && (value == null || !value.text().equals("y"))) {
      String message =
          modules == null ? "there are no modules" : "there are no modules: `" + modules + "` is n";
      found.add(new Obstacle(Kind.MODULES, message, modules, null));
    }
  }

  private void ranges(List<Obstacle> found) {
    new ValueReasons(values, symbol)
        .range()
        .ifPresent(
            range -> {
              Place place = semantics.property(range.node(), range.property());
              String message = "the range is " + range.text();
              found.add(new Obstacle(Kind.RANGE, message, null, place));
            });
  }

  /** Whether another symbol holds it up, so that what it depends on does not matter. */
  private static boolean isSelected(Value value) {
    return value.origin() == Value.Origin.SELECTED;
  }

  /** What reading the file tells of the symbol. */
  private void problems(List<Obstacle> found) {
    for (ConfigProblem problem : evaluation.configuration().problems()) {
      boolean refused =
          problem.kind() == ConfigProblem.Kind.INVALID_VALUE
              || problem.kind() == ConfigProblem.Kind.NOT_SET_ON_NON_BOOL;
      if (refused && symbol.name().equals(problem.symbol())) {
        found.add(new Obstacle(Kind.OTHER, problem.message(), null, null));
      }
    }
  }

  private Place place(Symbol other) {
    return semantics.name(other.nodes().getFirst());
  }
}
