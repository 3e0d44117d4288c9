package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.rules.CheckedConfig;
import kconfigls.rules.ConfigRule;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ConfigLine;
import kconfigls.syntax.ConfigTree;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigStack;
import kconfigls.values.Evaluation;
import kconfigls.values.Request;
import kconfigls.values.Value;

/** Reports lines that a minimal configuration does without. */
public final class ConfRedundantDefault implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-redundant-default",
          Severity.HINT,
          "a line that says what the symbol is without it");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Evaluation evaluation = config.outcome();
    if (evaluation == null || config.stack().files().isEmpty()) {
      return;
    }
    List<Request> redundant = proven(config, evaluation, candidates(config, evaluation));
    List<Fix.Edit> all =
        redundant.stream().map(request -> ConfigEdits.deleteLine(config, request.place())).toList();
    Fix normalise = new Fix("Delete all " + all.size() + " such lines", true, all);
    for (Request request : redundant) {
      String message =
          "this line says what " + ConfigText.name(config, request.symbol()) + " is without it";
      Fix delete = Fix.safe("Delete the line", ConfigEdits.deleteLine(config, request.place()));
      List<Fix> fixes = all.size() > 1 ? List.of(delete, normalise) : List.of(delete);
      sink.report(
          Draft.of(config.place(request.place()), message)
              .about(request.symbol())
              .fix(() -> fixes));
    }
  }

  /** What has the value asked for, and would have it too if nothing asked for one. */
  private static List<Request> candidates(CheckedConfig config, Evaluation evaluation) {
    List<Request> candidates = new ArrayList<>();
    String file = config.stack().files().getLast().name();
    // of a symbol with two lines the other one would come to count
    Map<String, Integer> lines = new HashMap<>();
    config.assignments().forEach(line -> lines.merge(line.symbol(), 1, Integer::sum));
    for (Request request : evaluation.requests()) {
      Value value = evaluation.value(request.symbol());
      if (value != null
          && value.isKnown()
          && !Losses.isLost(config, request, value)
          && request.text().equals(request.unasked())
          && request.place().file().equals(file)
          && lines.getOrDefault(request.symbol(), 0) == 1
          && !request.isDefault()
          && !config.isGenerated(request.place())) {
        candidates.add(request);
      }
    }
    return candidates;
  }

  /** The candidates, if the configuration is the same without all their lines; else none. */
  private static List<Request> proven(
      CheckedConfig config, Evaluation evaluation, List<Request> candidates) {
    if (candidates.isEmpty()) {
      return candidates;
    }
    Set<Integer> lines = new HashSet<>();
    candidates.forEach(request -> lines.add(request.place().position().line()));
    ConfigStack without = without(config.stack(), lines);
    return config.evaluate(without).isSameAs(evaluation) ? candidates : List.of();
  }

  private static ConfigStack without(ConfigStack stack, Set<Integer> lines) {
    List<ConfigFile> files = new ArrayList<>(stack.files());
    ConfigFile last = files.removeLast();
    List<ConfigLine> kept = new ArrayList<>(last.tree().lines());
    for (int number : lines) {
      ConfigLine line = kept.get(number);
      kept.set(number, new ConfigLine.Comment(line.start(), line.start(), line.end()));
    }
    ConfigTree tree = new ConfigTree(last.tree().source(), kept);
    files.add(new ConfigFile(last.name(), tree, last.inclusions()));
    return new ConfigStack(files, stack.renames());
  }
}
