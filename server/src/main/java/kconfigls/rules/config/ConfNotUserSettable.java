package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.List;
import kconfigls.model.Symbol;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.config.Losses.Cause;
import kconfigls.rules.config.Losses.Loss;
import kconfigls.values.Evaluation;
import kconfigls.values.Evaluation.Selector;
import kconfigls.values.Hindrances;
import kconfigls.values.Request;

/** Reports lines about symbols without a prompt, which only the tree itself can set. */
public final class ConfNotUserSettable implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "conf-not-user-settable",
              Severity.WARNING,
              "a symbol without a prompt that a configuration sets")
          .in("zephyr", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    if (config.isWhole()) {
      for (Loss loss : Losses.of(config, Cause.NO_PROMPT)) {
        if (!config.isGenerated(loss.request().place())) {
          String is = loss.value().text();
          sink.report(
              draft(config, loss.request(), "it is " + (is.isEmpty() ? "empty" : is) + " here"));
        }
      }
      return;
    }
    Evaluation evaluation = config.evaluation();
    if (evaluation != null) {
      for (Request request : evaluation.requests()) {
        Symbol symbol = config.symbol(request.symbol());
        if (symbol != null && !Hindrances.hasPrompt(symbol) && !symbol.isTransitional()) {
          Draft draft = draft(config, request, "its value comes from the tree");
          // whether the value is the one asked for depends on the rest of the configuration
          sink.report(draft.as(Severity.HINT));
        }
      }
    }
  }

  private static Draft draft(CheckedConfig config, Request request, String what) {
    String name = ConfigText.name(config, request.symbol());
    List<Related> selectors = new ArrayList<>();
    Evaluation evaluation = config.evaluation();
    if (evaluation != null) {
      evaluation.selectors(request.symbol()).stream()
          .limit(5)
          .forEach(selector -> selectors.add(selected(config, selector)));
    }
    Fix delete = Fix.safe("Delete the line", ConfigEdits.deleteLine(config, request.place()));
    return Draft.of(
            config.place(request.place()),
            name + " has no prompt, so that this line does nothing: " + what)
        .about(request.symbol())
        .see(selectors)
        .fix(() -> List.of(delete));
  }

  private static Related selected(CheckedConfig config, Selector selector) {
    return new Related(
        config.semantics().name(selector.node()), "`" + selector.symbol() + "` selects it");
  }
}
