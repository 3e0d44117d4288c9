package kconfigls.rules.config;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.values.Evaluation;
import kconfigls.values.Request;
import kconfigls.values.Value;

/** Lines that switch on a symbol which carries a mark by selecting it. */
final class Marked {
  private Marked() {}

  /** Reports those lines; {@code what} follows the symbol's name. */
  static void report(CheckedConfig config, String mark, String what, FindingSink sink) {
    Evaluation evaluation = config.evaluation();
    if (evaluation == null) {
      return;
    }
    for (Request request : evaluation.requests()) {
      Symbol symbol = config.symbol(request.symbol());
      if (symbol != null && isOn(config, evaluation, request)) {
        select(symbol, mark, evaluation)
            .ifPresent(
                place ->
                    sink.report(
                        Draft.of(
                                config.place(request.place()),
                                ConfigText.name(config, request.symbol()) + " " + what)
                            .about(request.symbol())
                            .see(List.of(new Related(at(config, place), "marked here")))));
      }
    }
  }

  private static boolean isOn(CheckedConfig config, Evaluation evaluation, Request request) {
    if (!config.isWhole()) {
      return request.text().equals("y") || request.text().equals("m");
    }
    Value value = evaluation.value(request.symbol());
    return value != null
        && value.isKnown()
        && (value.text().equals("y") || value.text().equals("m"));
  }

  private record Select(MenuNode node, Prop.Select select) {}

  /** The line that marks a symbol, with a condition only if that is met for certain. */
  private static Optional<Select> select(Symbol symbol, String mark, Evaluation evaluation) {
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Select select && !select.imply() && select.target().equals(mark)) {
          Expr condition = select.condition();
          Optional<Tristate> worth =
              condition == null ? Optional.of(Tristate.Y) : evaluation.condition(condition);
          if (worth.isPresent() && worth.get() != Tristate.N) {
            return Optional.of(new Select(node, select));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Place at(CheckedConfig config, Select select) {
    return config.semantics().property(select.node(), select.select());
  }
}
