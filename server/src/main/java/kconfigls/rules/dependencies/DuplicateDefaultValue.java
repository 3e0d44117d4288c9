package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Unreached;

/**
 * Reports neighbouring defaults of the same value, which {@code ||} could join. For a tristate two
 * defaults are not the same as one, and a choice may pass over the first of two.
 */
public final class DuplicateDefaultValue implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "duplicate-default-value",
          Severity.HINT,
          "neighbouring defaults of the same value");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.alwaysEach(projects, null, (model, node) -> pairs(projects, model, node))
        .forEach((key, pair) -> sink.report(draft(projects, key, pair)));
  }

  /** A default and the one before it. */
  private record Pair(Prop.Default second, Prop.Default first) implements PerEntry.Part {
    @Override
    public int key() {
      return second.key();
    }
  }

  private static Draft draft(CheckedProjects projects, FileKey key, Pair pair) {
    Place place = projects.semantics().place(key.file(), pair.key());
    String value = ExprPrinter.print(pair.second().value());
    Place first = projects.semantics().place(key.file(), pair.first().key());
    return Draft.of(
            place, "the default before has the value `" + value + "`, too: join them by `||`")
        .see(List.of(new Related(first, "the default before")));
  }

  private static List<Pair> pairs(CheckedProjects projects, ProjectModel model, MenuNode node) {
    List<Pair> found = new ArrayList<>(0);
    if (!(node.item() instanceof Item.Entry) || Conditions.mayBeTristate(node)) {
      return found;
    }
    Prop.Default before = null;
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Default own) {
        if (before != null && isJoinable(before, own)) {
          found.add(new Pair(own, before));
        }
        before = own;
      }
    }
    if (!found.isEmpty()) { // what never counts is another matter
      List<Unreached> dead =
          Unreached.of(projects, model, node, prop -> prop instanceof Prop.Default);
      found.removeIf(pair -> dead.stream().anyMatch(one -> names(pair, one.key())));
    }
    return found;
  }

  private static boolean names(Pair pair, int key) {
    return pair.first().key() == key || pair.second().key() == key;
  }

  private static boolean isJoinable(Prop.Default first, Prop.Default second) {
    Expr one = first.condition();
    Expr other = second.condition();
    return first.value().equals(second.value())
        && one != null
        && other != null
        && !one.equals(other);
  }
}
