package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditional;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.Proofs;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/**
 * Reports properties, {@code visible if} and {@code if} blocks whose condition can never hold,
 * alone or beside what the entry depends on. Prompts have a rule of their own.
 */
public final class ConditionAlwaysFalse implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "condition-always-false",
          Severity.WARNING,
          "a condition that can never hold");

  private static final List<Never> DEAD = new ArrayList<>(0);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, DEAD, (model, node) -> never(projects, model, node))
        .forEach((key, never) -> sink.report(draft(projects, key, never)));
  }

  /** A condition and why it never holds; no reason for one that excludes itself. */
  private record Never(int key, Expr condition, List<Fact> reasons) implements PerEntry.Part {}

  private static Draft draft(CheckedProjects projects, FileKey key, Never never) {
    Place place = projects.semantics().place(key.file(), key.key());
    String message = "the condition " + Fact.quoted(never.condition()) + " can never hold";
    if (!never.reasons().isEmpty()) {
      message += ": " + Fact.text(never.reasons());
    }
    return Draft.of(place, message).see(Fact.places(projects.semantics(), never.reasons()));
  }

  private static List<Never> never(CheckedProjects projects, ProjectModel model, MenuNode node) {
    if (node.item() instanceof Item.If block) {
      Expr condition = block.condition();
      return each(projects, model, node, List.of(new Candidate(block.key(), condition, false)));
    }
    List<Candidate> candidates = new ArrayList<>(0);
    for (Prop prop : Conditions.properties(node)) {
      Expr condition = prop instanceof Prop.Prompt ? null : Conditional.condition(prop);
      if (condition != null) {
        candidates.add(new Candidate(prop.key(), condition, prop instanceof Prop.Select));
      } else if (prop instanceof Prop.Visible visible) {
        candidates.add(new Candidate(prop.key(), visible.value(), false));
      }
    }
    return candidates.isEmpty() ? List.of() : each(projects, model, node, candidates);
  }

  /**
   * A condition to be looked at.
   *
   * @param ofSelect whether it matters only while the entry's symbol is set
   */
  private record Candidate(int key, Expr condition, boolean ofSelect) {}

  private static List<Never> each(
      CheckedProjects projects, ProjectModel model, MenuNode node, List<Candidate> candidates) {
    boolean isBlock = node.item() instanceof Item.If;
    List<Fact> facts = isBlock ? Conditions.inheritedFacts(node) : Conditions.facts(node);
    Proofs proofs = Proofs.of(projects, model, node);
    List<Never> found = new ArrayList<>(0);
    for (Candidate candidate : candidates) {
      List<Fact> given = candidate.ofSelect() ? Conditions.withSymbol(facts, node) : facts;
      Fact condition = new Fact(Conditions.of(candidate.condition()), node, node, candidate.key());
      List<Fact> reasons = proofs.exclusion(given, List.of(condition));
      if (reasons != null) {
        reasons.remove(condition);
        found.add(new Never(candidate.key(), candidate.condition(), reasons));
      }
    }
    return !found.isEmpty() && proofs.isImpossible(facts) ? DEAD : found;
  }
}
