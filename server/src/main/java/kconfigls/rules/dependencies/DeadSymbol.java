package kconfigls.rules.dependencies;

import java.util.Map;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
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
 * Reports symbols that can never be set: no prompt, no default but n, and nothing in any project
 * selects or implies them.
 */
public final class DeadSymbol implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies", "dead-symbol", Severity.WARNING, "a symbol that can never be set");

  /** What marks other entries as out of use, by never being set. */
  private static final Set<String> MARKS = Set.of("BROKEN", "DEPRECATED");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, String> found =
        PerEntry.always(projects, (model, node) -> dead(projects, model, node));
    found.forEach(
        (key, name) -> {
          Place place = projects.semantics().place(key.file(), key.key() + 1);
          String message =
              "`"
                  + name
                  + "` can never be set: it has no prompt and no default but n, and nothing selects"
                  + " it";
          sink.report(Draft.of(place, message).about(name));
        });
  }

  private static @Nullable String dead(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol == null || symbol.nodes().getFirst() != node || model.isOpen()) {
      return null;
    }
    if (model.spec().dialect().has(Feature.HIDDEN_SETTABLE)) {
      return null;
    }
    String name = symbol.name();
    boolean isSet =
        symbol.nodes().stream().anyMatch(DeadSymbol::mayBeSet)
            || projects.isForced(name)
            || projects.isImplied(name)
            || MARKS.contains(name)
            || !symbol.isLogic();
    return isSet ? null : name;
  }

  private static boolean mayBeSet(MenuNode node) {
    // what a macro is here and now it need not be elsewhere
    if (node.item() instanceof Item.Entry entry && entry.macros()) {
      return true;
    }
    for (Prop prop : node.props()) {
      boolean harmless =
          switch (prop) {
            case Prop.Default def -> def.value().equals(Expr.N);
            case Prop.Prompt prompt -> false;
            case Prop.Option option -> false;
            case Prop.Flag flag -> false;
            case Prop.Type type -> true;
            case Prop.Depends depends -> true;
            case Prop.Select select -> true;
            case Prop.Range range -> true;
            case Prop.Visible visible -> true;
            case Prop.SetValue set -> true;
            case Prop.Help help -> true;
          };
      if (!harmless) {
        return true;
      }
    }
    return node.choice() != null || lacksPrompt(node);
  }

  /** A menuconfig without a prompt is reported as such. */
  private static boolean lacksPrompt(MenuNode node) {
    return node.item() instanceof Item.Entry entry && entry.keyword().equals("menuconfig");
  }
}
