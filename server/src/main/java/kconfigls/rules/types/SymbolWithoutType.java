package kconfigls.rules.types;

import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports symbols none of whose entries has a type. */
public final class SymbolWithoutType implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types", "symbol-without-type", Severity.WARNING, "a symbol that no entry gives a type");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      if (model.isOpen() || model.spec().dialect().has(Feature.UNTYPED_SYMBOLS)) {
        continue;
      }
      for (Symbol symbol : model.symbols().values()) {
        if (symbol.type().isEmpty() && isConfigured(symbol)) {
          MenuNode node = symbol.nodes().getFirst();
          String message = "`" + symbol.name() + "` has no type, so it is never anything but n";
          sink.report(Draft.of(projects.semantics().name(node), message).about(symbol.name()));
        }
      }
    }
  }

  /** Zephyr's {@code configdefault} alone defines nothing. */
  private static boolean isConfigured(Symbol symbol) {
    return symbol.nodes().stream()
        .anyMatch(
            node ->
                node.item() instanceof Item.Entry entry
                    && !entry.keyword().equals("configdefault"));
  }
}
