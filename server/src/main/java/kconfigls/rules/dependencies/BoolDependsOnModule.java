package kconfigls.rules.dependencies;

import java.util.Map;
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
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports bools that themselves depend plainly on a tristate. */
public final class BoolDependsOnModule implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "dependencies",
              "bool-depends-on-module",
              Severity.HINT,
              "a bool that is y where what it depends on is a module")
          .optIn();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Plain> found = PerEntry.always(projects, BoolDependsOnModule::plain);
    found.forEach(
        (key, plain) -> {
          Place place = projects.semantics().place(key.file(), plain.key());
          String message =
              "`"
                  + plain.name()
                  + "` is bool: where `"
                  + plain.module()
                  + "` is m it can be y all the same";
          sink.report(Draft.of(place, message).about(plain.name()));
        });
  }

  private record Plain(int key, String name, String module) {}

  private static @Nullable Plain plain(ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol == null
        || model.symbol("MODULES") == null
        || node.choice() != null
        || !symbol.is(SymbolType.BOOL)) {
      return null;
    }
    for (Fact fact : Conditions.ownFacts(node)) {
      Symbol needed = fact.expr() instanceof Expr.Symbol(String name) ? model.symbol(name) : null;
      if (needed != null && needed.is(SymbolType.TRISTATE)) {
        return new Plain(fact.key(), symbol.name(), needed.name());
      }
    }
    return null;
  }
}
