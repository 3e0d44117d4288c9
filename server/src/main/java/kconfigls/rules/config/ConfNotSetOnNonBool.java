package kconfigls.rules.config;

import java.util.List;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;

/** Reports "is not set" about symbols that are neither bool nor tristate. */
public final class ConfNotSetOnNonBool implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-not-set-on-non-bool",
          Severity.WARNING,
          "a number or a string that is said to be not set");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigProblem problem : config.problems(Kind.NOT_SET_ON_NON_BOOL)) {
      String symbol = problem.symbol();
      if (symbol != null) {
        String message =
            ConfigText.name(config, symbol)
                + " is of type "
                + ConfigText.shown(ConfigText.type(config, symbol))
                + " and cannot be 'not set': the line is ignored";
        Fix fix = Fix.safe("Delete the line", ConfigEdits.deleteLine(config, problem.place()));
        sink.report(
            Draft.of(config.place(problem.place()), message).about(symbol).fix(() -> List.of(fix)));
      }
    }
  }
}
