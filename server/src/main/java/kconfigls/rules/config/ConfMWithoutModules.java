package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.List;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.Evaluation;
import kconfigls.values.Place;
import kconfigls.values.Value;

/** Reports m where there are no modules: it counts as y. */
public final class ConfMWithoutModules implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-m-without-modules",
          Severity.WARNING,
          "m in a configuration without modules");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Evaluation evaluation = config.outcome();
    if (evaluation == null) {
      return;
    }
    for (ConfigProblem problem : config.problems(Kind.M_WITHOUT_MODULES)) {
      Value value = problem.symbol() == null ? null : evaluation.value(problem.symbol());
      if (value != null && value.isKnown() && value.text().equals("y")) {
        sink.report(without(config, evaluation, problem.place(), value.symbol()));
      }
    }
  }

  private static Draft without(
      CheckedConfig config, Evaluation evaluation, Place place, String symbol) {
    String name = ConfigText.name(config, symbol);
    String message = "there are no modules in this configuration: " + name + " becomes y";
    List<Fix> fixes = new ArrayList<>();
    fixes.add(Fix.unsafe("Replace by 'y'", ConfigEdits.replaceValue(config, place, "y")));
    List<Related> related = new ArrayList<>();
    String modules = evaluation.modules().orElse(null);
    if (modules != null) {
      String line = ConfigText.line(config, modules, "y");
      fixes.add(Fix.unsafe("Add " + line, ConfigEdits.insertAfter(config, place, line)));
      config.definitions(modules).stream()
          .limit(1)
          .forEach(at -> related.add(new Related(at, "`" + modules + "` switches them on")));
    }
    List<Fix> all = List.copyOf(fixes);
    return Draft.of(ConfigText.valuePlace(config, place), message)
        .about(symbol)
        .see(related)
        .fix(() -> all);
  }
}
