package kconfigls.rules.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kconfigls.dialect.Feature;
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
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.Evaluation;
import kconfigls.values.Place;
import kconfigls.values.Request;
import kconfigls.values.Value;

/** Reports choices of which a configuration asks for two members, or for none. */
public final class ConfChoiceConflict implements ConfigRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "config",
          "conf-choice-conflict",
          Severity.WARNING,
          "members of a choice that a configuration cannot have as it says");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedConfig config, FindingSink sink) {
    Set<Place> told = new HashSet<>();
    for (ConfigProblem problem : config.problems(Kind.CHOICE_CONFLICT)) {
      if (problem.symbol() != null && problem.other() != null) {
        told.add(problem.place());
        told.add(problem.other());
        sink.report(two(config, problem.symbol(), problem.place(), problem.other()));
      }
    }
    Evaluation evaluation = config.outcome();
    if (evaluation != null) {
      for (Loss loss : Losses.of(config, Cause.CHOICE)) {
        if (!told.contains(loss.request().place())) {
          sink.report(lost(config, loss, evaluation));
        }
      }
    }
  }

  private static Draft two(CheckedConfig config, String symbol, Place place, Place earlier) {
    boolean first = config.has(Feature.FIRST_ASSIGNMENT_COUNTS);
    String message =
        ConfigText.name(config, symbol)
            + " and line "
            + ConfigText.number(earlier)
            + " set two members of one choice: "
            + (first ? "the first" : "this one")
            + " counts";
    Place ignored = first ? place : earlier;
    Fix fix =
        Fix.unsafe(
            "Delete line " + ConfigText.number(ignored), ConfigEdits.deleteLine(config, ignored));
    return Draft.of(config.place(place), message)
        .about(symbol)
        .see(List.of(new Related(config.place(earlier), "the other member")))
        .fix(() -> List.of(fix));
  }

  private static Draft lost(CheckedConfig config, Loss loss, Evaluation evaluation) {
    String name = ConfigText.name(config, loss.value().symbol());
    Place place = loss.request().place();
    if (loss.request().text().equals("n")) {
      String message =
          name + " is on all the same: one member of its choice must be, and no other is asked for";
      return Draft.of(config.place(place), message).about(loss.value().symbol());
    }
    List<Related> related = new ArrayList<>();
    String other = null;
    boolean elsewhere = false;
    for (Request request : evaluation.requests()) {
      Value value = evaluation.value(request.symbol());
      if (value != null
          && value.text().equals("y")
          && request.text().equals("y")
          && evaluation.choice(loss.value().symbol()).contains(request.symbol())) {
        other = request.symbol();
        elsewhere = !request.place().file().equals(place.file());
        related.add(new Related(config.place(request.place()), "the member that counts"));
      }
    }
    String message =
        other == null
            ? name + " is `" + loss.value().text() + "`: its choice has another member on"
            : name + " is off: " + ConfigText.name(config, other) + " is in the same choice";
    Draft draft = Draft.of(config.place(place), message).about(loss.value().symbol()).see(related);
    // that a file of several changes what an earlier one says is what they are for
    return elsewhere ? draft.as(Severity.INFO) : draft;
  }
}
