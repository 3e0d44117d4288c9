package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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
import kconfigls.values.Shown;

/** Reports lines about symbols that the project does not define. */
public final class ConfUnknownSymbol implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "config",
              "conf-unknown-symbol",
              Severity.WARNING,
              "a symbol in a configuration file that the tree does not have")
          .in("zephyr", Severity.ERROR);

  /** From how many lines on a file may be one for another tree. */
  private static final int MANY = 10;

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    List<ConfigProblem> unknown = config.problems(Kind.UNKNOWN_SYMBOL);
    // of very many problems the rest is not told
    boolean most =
        unknown.size() * 2 > config.assignments().size()
            || !config.problems(Kind.TOO_MANY).isEmpty();
    if (unknown.size() >= MANY && most) {
      // one cause, one finding
      String message =
          "most of this configuration is about symbols that are not defined here:"
              + " it is for another tree";
      sink.report(Draft.of(config.place(unknown.getFirst().place()), message));
      return;
    }
    NearSymbols near = new NearSymbols(config);
    Set<Place> prefixes = Prefixes.explained(config);
    for (ConfigProblem problem : unknown) {
      String symbol = problem.symbol();
      if (symbol != null
          && !prefixes.contains(problem.place())
          && !ConfigText.hasBlankAtEquals(config, problem.place())) {
        sink.report(unknown(config, problem.place(), symbol, near.to(symbol)));
      }
    }
    for (ConfigProblem problem : config.problems(Kind.RENAMED_SYMBOL)) {
      sink.report(renamed(config, problem));
    }
  }

  private static Draft unknown(
      CheckedConfig config, Place place, String symbol, List<String> near) {
    List<String> others = config.projectsWith(symbol);
    StringBuilder message = new StringBuilder();
    message.append(ConfigText.name(config, Shown.text(symbol)));
    message.append(" is not defined here: the line is ignored");
    if (!others.isEmpty()) {
      message.append("; it is in ").append(names(others));
    } else if (!near.isEmpty()) {
      message.append("; did you mean ").append(ConfigText.name(config, near.getFirst()));
      message.append("?");
    }
    List<Fix> fixes = new ArrayList<>();
    for (String name : others.isEmpty() ? near : List.<String>of()) {
      String line = place.range().of(place.source().text());
      String other = line.replace(config.prefix() + symbol, config.prefix() + name);
      fixes.add(
          Fix.unsafe(
              "Replace by '" + config.prefix() + name + "'",
              ConfigEdits.replaceLine(config, place, other)));
    }
    boolean meansNothing = near.isEmpty() && others.isEmpty() && config.isWhole();
    Fix.Edit delete = ConfigEdits.deleteLine(config, place);
    fixes.add(
        meansNothing ? Fix.safe("Delete the line", delete) : Fix.unsafe("Delete the line", delete));
    List<Fix> all = List.copyOf(fixes);
    Draft draft = Draft.of(config.place(place), message.toString()).about(symbol).fix(() -> all);
    // a file that a program wrote for another release is brought up to date by the next run
    return config.isGenerated(place) ? draft.as(Severity.HINT) : draft;
  }

  private static String names(List<String> projects) {
    List<String> some = projects.subList(0, Math.min(3, projects.size()));
    int more = projects.size() - some.size();
    return String.join(", ", some) + (more > 0 ? " and " + more + " more" : "");
  }

  private static Draft renamed(CheckedConfig config, ConfigProblem problem) {
    String names = "\\b(" + Pattern.quote(config.prefix()) + "\\w+)";
    String message = problem.message().replaceAll(names, "`$1`");
    return Draft.of(config.place(problem.place()), message).as(Severity.INFO);
  }
}
