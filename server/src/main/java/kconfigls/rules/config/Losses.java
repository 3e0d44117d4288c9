package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.dialect.Feature;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedConfig;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.Evaluation;
import kconfigls.values.Hindrances;
import kconfigls.values.Request;
import kconfigls.values.Value;
import kconfigls.values.Value.Origin;
import org.jspecify.annotations.Nullable;

/** What a configuration asks for and does not get, each with the one rule that tells it. */
final class Losses {
  /** Why a symbol is not what it was asked to be. */
  enum Cause {
    /** It has no prompt, so nobody can set it. */
    NO_PROMPT,
    /** A number beyond its range. */
    RANGE,
    /** Another symbol selects it, or sets its value. */
    SELECT,
    /** Another member of its choice is on, or none of the others. */
    CHOICE,
    /** There are no modules. */
    MODULES,
    /** What it depends on is not there. */
    DEPENDENCY
  }

  /** A request that is not met, and the value that the symbol has instead. */
  record Loss(Request request, Value value, Symbol symbol, Cause cause) {}

  private Losses() {}

  /** The losses of a cause; none where it is not certain what becomes of the files. */
  static List<Loss> of(CheckedConfig config, Cause cause) {
    Evaluation evaluation = config.outcome();
    if (evaluation == null) {
      return List.of();
    }
    Set<String> modular = new HashSet<>();
    for (ConfigProblem problem : config.problems(Kind.M_WITHOUT_MODULES)) {
      modular.add(String.valueOf(problem.symbol()));
    }
    List<Loss> losses = new ArrayList<>();
    for (Request request : evaluation.requests()) {
      Value value = evaluation.value(request.symbol());
      Symbol symbol = config.symbol(request.symbol());
      if (value != null
          && symbol != null
          && isLost(config, request, value)
          && cause(evaluation, request, value, symbol, modular) == cause) {
        losses.add(new Loss(request, value, symbol, cause));
      }
    }
    return losses;
  }

  /** Whether a request is not met; a number that is left out is none, whatever it would be. */
  static boolean isLost(CheckedConfig config, Request request, Value value) {
    boolean allWritten = config.has(Feature.ALL_WRITTEN);
    boolean leftOut = value.isNumber() && !value.isWritten() && !allWritten;
    boolean asZero = allWritten && value.is(SymbolType.INT) && value.text().isEmpty();
    String text = asZero ? "0" : value.text();
    return value.isKnown() && !request.isDefault() && (leftOut || !text.equals(request.text()));
  }

  private static @Nullable Cause cause(
      Evaluation evaluation, Request request, Value value, Symbol symbol, Set<String> modular) {
    if (!Hindrances.hasPrompt(symbol)) {
      return Cause.NO_PROMPT;
    }
    boolean visible = value.visible() != kconfigls.expr.Tristate.N;
    if (!value.isLogic()) {
      return value.origin() == Origin.SELECTED
          ? Cause.SELECT
          : !visible ? Cause.DEPENDENCY : value.isNumber() ? Cause.RANGE : null;
    }
    if (visible && !evaluation.choice(request.symbol()).isEmpty()) {
      return Cause.CHOICE;
    }
    if (order(value.text()) < order(request.text())) {
      return Cause.DEPENDENCY;
    }
    if (request.text().equals("m") && modular.contains(request.symbol()) && visible) {
      return Cause.MODULES;
    }
    return value.origin() == Origin.SELECTED || visible ? Cause.SELECT : Cause.DEPENDENCY;
  }

  private static int order(String tristate) {
    return "nmy".indexOf(tristate);
  }
}
