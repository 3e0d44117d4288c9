package kconfigls.rules.config;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.dialect.Feature;
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
import kconfigls.values.DotConfig.Assignment;
import kconfigls.values.Evaluation;
import kconfigls.values.Place;

/** Reports symbols that are set again, in one file or by a file that is merged over another. */
public final class ConfDuplicate implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-duplicate",
          Severity.WARNING,
          "a symbol that a configuration sets more than once");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    for (ConfigProblem problem : config.problems(Kind.DUPLICATE)) {
      // two values in one sdkconfig are a finding of a rule of their own
      if (problem.symbol() != null
          && problem.other() != null
          && (!config.has(Feature.SDKCONFIG)
              || text(problem.place()).equals(text(problem.other())))) {
        sink.report(again(config, problem.symbol(), problem.place(), problem.other()));
      }
    }
    if (config.stack().files().size() > 1) {
      checkFiles(config, sink);
    }
  }

  private static Draft again(CheckedConfig config, String symbol, Place place, Place earlier) {
    boolean firstCounts = config.has(Feature.FIRST_ASSIGNMENT_COUNTS);
    Place ignored = firstCounts ? place : earlier;
    boolean same = text(place).equals(text(earlier));
    String message =
        ConfigText.name(config, symbol)
            + " is set more than once: "
            + (same
                ? "this repeats line " + ConfigText.number(earlier)
                : firstCounts
                    ? "line " + ConfigText.number(earlier) + " counts, not this one"
                    : "this counts, not line " + ConfigText.number(earlier));
    Evaluation evaluation = config.evaluation();
    boolean inChoice = evaluation != null && !evaluation.choice(symbol).isEmpty();
    Fix.Edit delete = ConfigEdits.deleteLine(config, ignored);
    String title = "Delete line " + ConfigText.number(ignored) + ", which does not count";
    // in a choice the order of the lines may decide
    Fix fix = inChoice || evaluation == null ? Fix.unsafe(title, delete) : Fix.safe(title, delete);
    return Draft.of(config.place(place), message)
        .about(symbol)
        .see(List.of(new Related(config.place(earlier), "set here, too")))
        .fix(() -> List.of(fix));
  }

  private static String text(Place place) {
    return place.range().of(place.source().text());
  }

  /** That a file of several changes what an earlier one says is what they are for. */
  private static void checkFiles(CheckedConfig config, FindingSink sink) {
    Map<String, Place> earlier = new HashMap<>();
    for (Assignment assignment : config.assignments()) {
      Place place = assignment.place();
      Place before = earlier.put(assignment.symbol(), place);
      if (before != null && !before.file().equals(place.file())) {
        boolean same = text(place).equals(text(before));
        String message =
            ConfigText.name(config, assignment.symbol())
                + (same ? " has this value already" : " is changed by this file");
        sink.report(
            Draft.of(config.place(place), message)
                .about(assignment.symbol())
                .as(same ? Severity.HINT : Severity.INFO)
                .see(List.of(new Related(config.place(before), "set here before"))));
      }
    }
  }
}
