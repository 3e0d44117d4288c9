package kconfigls.rules.config;

import java.util.List;
import kconfigls.dialect.Feature;
import kconfigls.expr.ExprPrinter;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.Place;

/** Reports strings without quotes, and what stands behind the closing one. */
public final class ConfStringQuotes implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-string-quotes",
          Severity.ERROR,
          "a string in a configuration file without its two quotes");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigProblem problem : config.problems(Kind.STRING_QUOTES)) {
      String symbol = problem.symbol();
      if (symbol != null && !ConfigText.hasBlankAtEquals(config, problem.place())) {
        sink.report(quotes(config, problem, symbol));
      }
    }
  }

  private static Draft quotes(CheckedConfig config, ConfigProblem problem, String symbol) {
    Place place = problem.place();
    String value = ConfigText.value(config, place).stripTrailing();
    String inner = value.startsWith("\"") ? value.substring(1) : value;
    boolean closed = inner.endsWith("\"") && !inner.endsWith("\\\"");
    inner = closed ? inner.substring(0, inner.length() - 1) : inner;
    String quoted = config.has(Feature.RAW_STRINGS) ? '"' + inner + '"' : ExprPrinter.quote(inner);
    Fix fix = Fix.unsafe("Replace by " + quoted, ConfigEdits.replaceValue(config, place, quoted));
    String name = config.prefix() + symbol + " (string)";
    String message = problem.message().replace(name, ConfigText.name(config, symbol));
    return Draft.of(ConfigText.valuePlace(config, place), message)
        .about(symbol)
        .fix(() -> List.of(fix));
  }
}
