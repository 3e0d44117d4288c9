package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.SymbolType;
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

/**
 * Reports bools in a {@code depends on} that what else the entry depends on needs already, unless
 * something selects that. What the text states twice, or what follows from the entry's text alone,
 * others report.
 */
public final class ImpliedDependency implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "dependencies",
              "implied-dependency",
              Severity.HINT,
              "a dependency that another one needs already")
          .optIn();

  private static final List<Implied> DEAD = new ArrayList<>(0);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, DEAD, (model, node) -> implied(projects, model, node))
        .forEach((key, implied) -> sink.report(draft(projects, key, implied)));
  }

  private record Implied(int key, Expr conjunct, List<Fact> reasons) implements PerEntry.Part {}

  private static Draft draft(CheckedProjects projects, FileKey key, Implied implied) {
    Place place = projects.semantics().place(key.file(), implied.key());
    String message = Fact.quoted(implied.conjunct()) + " is needed already: ";
    return Draft.of(place, message + Fact.text(implied.reasons()))
        .see(Fact.places(projects.semantics(), implied.reasons()));
  }

  private static List<Implied> implied(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    List<Implied> found = new ArrayList<>(0);
    List<Fact> own = Conditions.ownFacts(node);
    List<Fact> all = new ArrayList<>(Conditions.inheritedFacts(node));
    all.addAll(own);
    if (own.isEmpty() || all.size() < 2) {
      return found;
    }
    Proofs proofs = Proofs.of(projects, model, node);
    for (Fact fact : own) {
      if (isBool(model, fact.expr())) {
        List<Fact> others = all.stream().filter(other -> other != fact).toList();
        List<Expr> wanted = List.of(fact.expr());
        List<Fact> extended = proofs.withConsequences(others);
        if (proofs.isAnyMet(extended, wanted) && !proofs.isAnyMet(others, wanted)) {
          List<Fact> reasons = proofs.guarantee(extended, fact.expr());
          found.add(new Implied(fact.key(), fact.expr(), reasons));
        }
      }
    }
    return !found.isEmpty() && proofs.isImpossible(all) ? DEAD : found;
  }

  private static boolean isBool(ProjectModel model, Expr expr) {
    Symbol symbol = expr instanceof Expr.Symbol(String name) ? model.symbol(name) : null;
    return symbol != null && symbol.is(SymbolType.BOOL);
  }
}
