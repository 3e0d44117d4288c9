package kconfigls.rules.dependencies;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

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
    Map<FileKey, Twice> found = PerEntry.always(projects, (model, node) -> twice(node));
    found.forEach(
        (key, twice) -> {
          Place place = projects.semantics().place(key.file(), twice.key());
          String message = "`" + twice.conjunct() + "` is required already " + twice.where();
          sink.report(Draft.of(place, message));
        });
  }

  private record Twice(int key, String conjunct, String where) {}

  /** Most entries need one thing alone, or nothing: this keeps them cheap. */
  private static boolean mayRepeat(List<Expr> outer, List<Prop> props) {
    int conjuncts = 0;
    for (Prop prop : props) {
      if (prop instanceof Prop.Depends lines) {
        conjuncts += lines.value().conjuncts().size();
      }
    }
    return conjuncts > 1 || (conjuncts == 1 && !outer.isEmpty());
  }

  private static @Nullable Twice twice(MenuNode node) {
    List<Expr> outer = node.inheritedDependency().conjuncts();
    if (!mayRepeat(outer, node.props())) {
      return null;
    }
    Set<Expr> inherited = new HashSet<>(outer);
    Set<Expr> own = new HashSet<>();
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Depends lines) {
        for (Expr conjunct : lines.value().conjuncts()) {
          if (conjunct.isUnknown() || conjunct instanceof Expr.Const) {
            continue; // two macros may well give the same constant
          }
          if (inherited.contains(conjunct)) {
            String where = "by an enclosing block";
            return new Twice(lines.key(), ExprPrinter.print(conjunct), where);
          }
          if (!own.add(conjunct)) {
            return new Twice(lines.key(), ExprPrinter.print(conjunct), "by this entry");
          }
        }
      }
    }
    return null;
  }
}
