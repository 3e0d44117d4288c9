package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.Proofs;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reports {@code depends on} lines that complete a contradiction, wherever the file is included.
 * {@code if} blocks are a matter of condition-always-false.
 */
public final class ContradictoryDependency implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "contradictory-dependency",
          Severity.WARNING,
          "a dependency that can never be met");

  private static final Contradiction DEAD = new Contradiction(List.of(), -1);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.always(projects, DEAD, (model, node) -> contradiction(projects, model, node))
        .forEach((key, found) -> sink.report(draft(projects, key, found)));
  }

  /** What excludes each other; the key is that of the entry's last line that does. */
  private record Contradiction(List<Fact> parts, int key) {}

  private static Draft draft(CheckedProjects projects, FileKey key, Contradiction found) {
    Place place = projects.semantics().place(key.file(), found.key());
    List<Fact> others = new ArrayList<>(found.parts());
    Fact own = others.stream().filter(fact -> fact.key() == found.key()).toList().getLast();
    others.remove(own);
    String message = "this can never be met: " + Fact.quoted(own.expr());
    if (others.size() == 1 && others.getFirst().entry() == own.entry()) {
      message += " contradicts " + Fact.quoted(others.getFirst().expr());
    } else if (others.isEmpty()) {
      message += own.expr() instanceof Expr.Const ? "" : " is n for all values of its symbols";
    } else {
      message += " cannot hold since " + Fact.text(others);
    }
    return Draft.of(place, message).see(Fact.places(projects.semantics(), others));
  }

  private static @Nullable Contradiction contradiction(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    List<Fact> own = node.item() instanceof Item.If ? List.of() : Conditions.ownFacts(node);
    if (own.isEmpty()) {
      return null;
    }
    Proofs proofs = Proofs.of(projects, model, node);
    List<Fact> inherited = Conditions.inheritedFacts(node);
    List<Fact> parts = proofs.exclusion(inherited, own);
    if (parts == null) {
      return null;
    }
    if (proofs.isImpossible(inherited)) {
      return DEAD;
    }
    List<Fact> named = parts.stream().filter(fact -> fact.node() == node).toList();
    return new Contradiction(parts, named.isEmpty() ? node.item().key() : named.getLast().key());
  }
}
