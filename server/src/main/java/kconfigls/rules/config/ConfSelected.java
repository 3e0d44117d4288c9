package kconfigls.rules.config;

import java.util.List;
import java.util.stream.Collectors;
import kconfigls.expr.Tristate;
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

/** Reports values that a select overrides. */
public final class ConfSelected implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-selected",
          Severity.INFO,
          "a symbol that is selected although a configuration asks for less");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int SHOWN = 3;

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Evaluation evaluation = config.outcome();
    if (evaluation == null) {
      return;
    }
    for (Loss loss : Losses.of(config, Cause.SELECT)) {
      List<Selector> selectors =
          evaluation.selectors(loss.value().symbol()).stream()
              .filter(selector -> selector.force().orElse(Tristate.N) != Tristate.N)
              .toList();
      String by =
          selectors.stream()
              .limit(SHOWN)
              .map(selector -> "`" + selector.symbol() + "`")
              .distinct()
              .collect(Collectors.joining(", "));
      int more = selectors.size() - SHOWN;
      String who =
          by.isEmpty() ? "another symbol" : by + (more > 0 ? " and " + more + " more" : "");
      String message =
          ConfigText.name(config, loss.value().symbol())
              + " is `"
              + loss.value().text()
              + "` whatever this line says: "
              + who
              + (selectors.size() > 1 ? " select it" : " selects it");
      Fix fix = Fix.safe("Delete the line", ConfigEdits.deleteLine(config, loss.request().place()));
      Fix kept =
          loss.value().text().equals(loss.request().unasked())
              ? fix
              : Fix.unsafe("Delete the line", fix.edits().toArray(Fix.Edit[]::new));
      sink.report(
          Draft.of(config.place(loss.request().place()), message)
              .about(loss.value().symbol())
              .see(
                  selectors.stream()
                      .limit(SHOWN)
                      .map(
                          selector ->
                              new Related(
                                  config.semantics().name(selector.node()),
                                  "`" + selector.symbol() + "` selects it"))
                      .toList())
              .fix(() -> List.of(kept)));
    }
  }
}
