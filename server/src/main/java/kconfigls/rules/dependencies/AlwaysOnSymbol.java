package kconfigls.rules.dependencies;

import java.util.Map;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports symbols without a prompt that are y by default and depend on nothing. */
public final class AlwaysOnSymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of("dependencies", "always-on-symbol", Severity.HINT, "a symbol that is always y")
          .optIn();

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, String> found = PerEntry.always(projects, AlwaysOnSymbol::alwaysOn);
    found.forEach(
        (key, name) -> {
          Place place = projects.semantics().place(key.file(), key.key() + 1);
          String message = "`" + name + "` is always y: it has no prompt and no dependencies";
          sink.report(Draft.of(place, message).about(name));
        });
  }

  private static @Nullable String alwaysOn(ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol == null || symbol.nodes().size() > 1 || model.isOpen()) {
      return null;
    }
    if (model.spec().dialect().has(Feature.HIDDEN_SETTABLE)) {
      return null;
    }
    Prop.Default first = null;
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Prompt) {
        return null;
      }
      if (first == null && prop instanceof Prop.Default def) {
        first = def;
      }
    }
    boolean isOn =
        first != null
            && first.condition() == null
            && first.value().equals(Expr.Y)
            && symbol.isLogic()
            && Conditions.facts(node).isEmpty();
    return isOn ? symbol.name() : null;
  }
}
