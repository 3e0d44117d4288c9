package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.expr.Tristate;
import kconfigls.model.ProjectModel;
import kconfigls.outline.SymbolType;
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
import kconfigls.values.Hindrances;
import kconfigls.values.Place;
import kconfigls.values.Request;
import kconfigls.values.Shown;

/** Reports values that are lost because of what their symbols depend on. */
public final class ConfUnmetDependency implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-unmet-dependency",
          Severity.WARNING,
          "a value that a configuration asks for and does not get");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private static final int SHOWN = 3;

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Evaluation evaluation = config.outcome();
    ProjectModel model = config.model();
    if (evaluation == null || model == null) {
      return;
    }
    Map<String, Request> requests = new HashMap<>();
    evaluation.requests().forEach(request -> requests.put(request.symbol(), request));
    for (Loss loss : Losses.of(config, Cause.DEPENDENCY)) {
      sink.report(unmet(config, loss, new Hindrances(model, evaluation), requests));
    }
  }

  private static Draft unmet(
      CheckedConfig config, Loss loss, Hindrances unmet, Map<String, Request> requests) {
    Tristate wanted = loss.request().text().equals("y") ? level(loss) : Tristate.M;
    List<Expr> missing = unmet.missing(loss.symbol(), wanted);
    Draft draft =
        Draft.of(config.place(loss.request().place()), message(config, loss, unmet, missing))
            .about(loss.value().symbol())
            .see(related(config, missing, requests));
    Map<String, String> additions =
        unmet.additions(loss.symbol(), wanted, !loss.request().text().equals("m"));
    List<Fix> fixes = new ArrayList<>();
    if (!additions.isEmpty() && !missing.isEmpty()) {
      fixes.add(add(config, loss.request().place(), additions, requests));
    }
    fixes.add(
        Fix.unsafe("Delete the line", ConfigEdits.deleteLine(config, loss.request().place())));
    List<Fix> all = List.copyOf(fixes);
    return draft.fix(() -> all);
  }

  /** A bool needs no more than m of what it depends on. */
  private static Tristate level(Loss loss) {
    return loss.value().is(SymbolType.TRISTATE) ? Tristate.Y : Tristate.M;
  }

  private static String message(
      CheckedConfig config, Loss loss, Hindrances unmet, List<Expr> missing) {
    String name = ConfigText.name(config, loss.value().symbol());
    String text = loss.value().text();
    String becomes =
        !loss.value().isWritten() && !config.has(Feature.ALL_WRITTEN)
            ? name + " is left out"
            : name + " becomes " + (text.isEmpty() ? "empty" : "`" + text + "`");
    String not = " instead of `" + Shown.text(loss.request().text()) + "`: ";
    if (missing.isEmpty()) {
      return becomes + not + "its choice or menu is not shown";
    }
    String why =
        missing.stream().limit(SHOWN).map(unmet::describe).collect(Collectors.joining(", "));
    int more = missing.size() - SHOWN;
    return becomes + not + why + (more > 0 ? " and " + more + " more" : "");
  }

  /** The lines that ask for what is missing, else where it is defined. */
  private static List<Related> related(
      CheckedConfig config, List<Expr> missing, Map<String, Request> requests) {
    List<Related> related = new ArrayList<>();
    for (Expr part : missing.subList(0, Math.min(SHOWN, missing.size()))) {
      String name = Hindrances.symbol(part);
      Request request = name == null ? null : requests.get(name);
      if (request != null) {
        String asked = request.text().isEmpty() ? "empty" : Shown.text(request.text());
        String message = "`" + name + "` is asked to be " + asked + " here";
        related.add(new Related(config.place(request.place()), message));
      } else if (name != null) {
        config.definitions(name).stream()
            .limit(1)
            .forEach(place -> related.add(new Related(place, "`" + name + "` is defined here")));
      }
    }
    return related;
  }

  private static Fix add(
      CheckedConfig config,
      Place place,
      Map<String, String> additions,
      Map<String, Request> requests) {
    List<Fix.Edit> edits = new ArrayList<>();
    List<String> added = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    additions.forEach(
        (symbol, value) -> {
          String line = ConfigText.line(config, symbol, value);
          Request request = requests.get(symbol);
          if (request == null) {
            added.add(line);
          } else if (!request.text().equals(value)) {
            edits.add(ConfigEdits.replaceLine(config, request.place(), line));
          }
          lines.add(line);
        });
    if (!added.isEmpty()) {
      edits.add(ConfigEdits.insertAfter(config, place, String.join("\n", added)));
    }
    String title = (added.isEmpty() ? "Write " : "Add ") + String.join(", ", lines);
    return new Fix(title, false, edits);
  }
}
