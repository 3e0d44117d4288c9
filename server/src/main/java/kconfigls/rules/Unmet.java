package kconfigls.rules;

import java.util.ArrayList;
import java.util.List;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/**
 * A {@code select} or {@code imply} of a symbol whose dependencies are n whenever it acts.
 *
 * @param reasons what excludes each other; empty where the project does not define the target, so
 *     that nothing can be said
 */
public record Unmet(Prop.Select select, List<Fact> reasons) implements PerEntry.Part {
  /** What is said of an entry that is never alive. */
  public static final List<Unmet> DEAD = new ArrayList<>(0);

  @Override
  public int key() {
    return select.key();
  }

  @Override
  public boolean matters() {
    return !reasons.isEmpty();
  }

  /** The selects of an entry, or its implies, whose targets' dependencies are never met. */
  public static List<Unmet> of(
      CheckedProjects projects, ProjectModel model, MenuNode node, boolean imply) {
    List<Unmet> found = new ArrayList<>(0);
    List<Fact> facts = null;
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Select select
          && select.imply() == imply
          && select.target().indexOf('$') < 0
          && node.symbol() != null) {
        facts = facts == null ? Conditions.withSymbol(Conditions.facts(node), node) : facts;
        Unmet unmet = find(projects, model, node, select, facts);
        if (unmet != null) {
          found.add(unmet);
        }
      }
    }
    boolean dead =
        facts != null
            && found.stream().anyMatch(Unmet::matters)
            && Proofs.of(projects, model, node).isImpossible(facts);
    return dead ? DEAD : found;
  }

  private static @Nullable Unmet find(
      CheckedProjects projects,
      ProjectModel model,
      MenuNode node,
      Prop.Select select,
      List<Fact> facts) {
    Symbol target = model.symbol(select.target());
    if (target == null) {
      return new Unmet(select, List.of());
    }
    List<Fact> needed = Consequences.dependency(target);
    if (needed.isEmpty() || !target.isLogic() || isMember(target)) {
      return null;
    }
    List<Fact> active = facts;
    if (select.condition() != null) {
      active = new ArrayList<>(facts);
      active.add(new Fact(Conditions.of(select.condition()), node, node, select.key()));
    }
    Proofs proofs = Proofs.of(projects, model, node);
    List<Fact> reasons = proofs.exclusion(active, needed);
    // a condition that never holds is reported as such, and so is a target that is dead
    return reasons == null || proofs.isImpossible(active) || proofs.isContradiction(needed)
        ? null
        : new Unmet(select, reasons);
  }

  private static boolean isMember(Symbol symbol) {
    return symbol.nodes().stream().anyMatch(node -> node.choice() != null);
  }
}
