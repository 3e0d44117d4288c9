package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditional;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.FindingSink;
import kconfigls.rules.LineFixes;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.Proofs;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/**
 * Reports conditions that change nothing: they hold always, or wherever the entry is alive. A
 * conjunct of {@code depends on} that the text states twice is duplicate-dependency's.
 */
public final class ConditionAlwaysTrue implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "condition-always-true",
          Severity.INFO,
          "a condition that changes nothing");

  private static final List<Always> DEAD = new ArrayList<>(0);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, DEAD, (model, node) -> always(projects, model, node))
        .forEach((key, always) -> sink.report(draft(projects, key, always)));
  }

  /** A condition and what guarantees it; nothing for one that always holds. */
  private record Always(int key, Expr condition, List<Fact> reasons, boolean ofProperty)
      implements PerEntry.Part {}

  private static Draft draft(CheckedProjects projects, FileKey key, Always always) {
    Place place = projects.semantics().place(key.file(), key.key());
    String message = "the condition " + Fact.quoted(always.condition()) + " always holds";
    if (!always.reasons().isEmpty()) {
      message += ": " + Fact.text(always.reasons());
    }
    Draft draft = Draft.of(place, message).see(Fact.places(projects.semantics(), always.reasons()));
    return always.ofProperty()
        ? draft.fix(LineFixes.deleteCondition(projects, place, true))
        : draft;
  }

  private static List<Always> always(CheckedProjects projects, ProjectModel model, MenuNode node) {
    Proofs proofs = Proofs.of(projects, model, node);
    List<Always> found = new ArrayList<>(0);
    properties(proofs, node, found);
    dependencies(proofs, node, found);
    if (!found.isEmpty() && proofs.isImpossible(Conditions.facts(node))) {
      return DEAD;
    }
    return found;
  }

  private static void properties(Proofs proofs, MenuNode node, List<Always> found) {
    List<Fact> facts = null;
    for (Prop prop : Conditions.properties(node)) {
      Expr raw = prop instanceof Prop.Visible v ? v.value() : Conditional.condition(prop);
      if (raw == null) {
        continue;
      }
      if (facts == null) {
        facts = Conditions.facts(node);
      }
      Expr condition = Conditions.of(raw);
      boolean isSelect = prop instanceof Prop.Select;
      List<Fact> given = isSelect ? Conditions.withSymbol(facts, node) : facts;
      if (isGiven(proofs, node, prop, given, condition)) {
        List<Fact> reasons = proofs.guarantee(given, condition);
        found.add(new Always(prop.key(), raw, reasons, !(prop instanceof Prop.Visible)));
      }
    }
  }

  /** For a bool, an int and the like a default of m is as good as y; so is a prompt's m. */
  private static boolean isGiven(
      Proofs proofs, MenuNode node, Prop prop, List<Fact> facts, Expr condition) {
    boolean counts = prop instanceof Prop.Select || Conditions.mayBeTristate(node);
    return counts && !(prop instanceof Prop.Range)
        ? proofs.isImplied(facts, condition)
        : proofs.isAnyMet(facts, List.of(condition));
  }

  private static boolean isStated(List<Fact> facts, Expr expr) {
    return facts.stream().anyMatch(fact -> fact.expr().equals(expr));
  }

  private static void dependencies(Proofs proofs, MenuNode node, List<Always> found) {
    List<Fact> own = Conditions.ownFacts(node);
    if (own.isEmpty()) {
      return;
    }
    List<Fact> others = new ArrayList<>(Conditions.inheritedFacts(node));
    others.addAll(own);
    for (Fact fact : own.reversed()) {
      others.remove(fact);
      if (proofs.isImplied(others, fact.expr()) && !isStated(others, fact.expr())) {
        found.add(
            new Always(fact.key(), fact.expr(), proofs.guarantee(others, fact.expr()), false));
      } else {
        others.add(fact);
      }
    }
  }
}
