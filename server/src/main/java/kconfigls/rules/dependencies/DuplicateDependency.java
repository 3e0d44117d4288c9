package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.FindingSink;
import kconfigls.rules.LineFixes;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/**
 * Reports conjuncts that the entry or an enclosing block requires already, wherever the file is
 * included.
 */
public final class DuplicateDependency implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "duplicate-dependency",
          Severity.INFO,
          "a dependency that is stated twice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, null, (model, node) -> twice(node))
        .forEach((key, twice) -> sink.report(draft(projects, key, twice)));
  }

  /** What a line requires again, and who does so first for each of its conjuncts. */
  private record Twice(int key, List<Fact> again, List<Fact> first) implements PerEntry.Part {}

  private static Draft draft(CheckedProjects projects, FileKey key, Twice twice) {
    Place place = projects.semantics().place(key.file(), twice.key());
    List<String> conjuncts =
        twice.again().stream().map(fact -> ExprPrinter.print(fact.expr())).toList();
    boolean own =
        twice.first().stream().allMatch(fact -> fact.node() == twice.again().getFirst().node());
    List<String> told =
        twice.again().stream().map(fact -> Fact.quoted(fact.expr())).distinct().toList();
    String message =
        Fact.listed(told)
            + (told.size() > 1 ? " are" : " is")
            + " required already by "
            + (own ? "this entry" : "an enclosing block");
    return Draft.of(place, message)
        .see(Fact.places(projects.semantics(), twice.first()))
        .fix(LineFixes.deleteConjuncts(projects, place, conjuncts));
  }

  /** Most entries need one thing alone, or nothing: this keeps them cheap. */
  private static boolean mayRepeat(MenuNode node) {
    int conjuncts = 0;
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Depends lines) {
        conjuncts += lines.value().conjuncts().size();
      }
    }
    return conjuncts > 1 || (conjuncts == 1 && node.parent() != null);
  }

  private static List<Twice> twice(MenuNode node) {
    List<Twice> found = new ArrayList<>(0);
    if (!mayRepeat(node)) {
      return found;
    }
    Map<Expr, Fact> stated = new HashMap<>();
    for (Fact fact : Conditions.facts(node)) {
      // two macros may well give the same constant
      boolean countable = !fact.expr().isUnknown() && !(fact.expr() instanceof Expr.Const);
      Fact first = countable ? stated.putIfAbsent(fact.expr(), fact) : null;
      if (first != null && fact.node() == node) {
        add(found, fact, first);
      }
    }
    return found;
  }

  private static void add(List<Twice> found, Fact again, Fact first) {
    if (found.isEmpty() || found.getLast().key() != again.key()) {
      found.add(new Twice(again.key(), new ArrayList<>(1), new ArrayList<>(1)));
    }
    found.getLast().again().add(again);
    found.getLast().first().add(first);
  }
}
