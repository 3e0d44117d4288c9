package kconfigls.rules.profiles;

import java.util.Optional;
import kconfigls.analysis.Semantics;
import kconfigls.model.MenuNode;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports {@code set} in entries of symbols that are no bools, where it is ignored. */
public final class EspSetOnNonBool implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "esp-set-on-non-bool",
              Severity.WARNING,
              "`set` or `set default` of a symbol that is no bool")
          .only("esp-idf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.always(projects, (model, node) -> draft(projects.semantics(), node))
        .values()
        .forEach(sink::report);
  }

  private static @Nullable Draft draft(Semantics semantics, MenuNode node) {
    if (node.symbol() == null) {
      return null;
    }
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.SetValue set) {
        Optional<SymbolType> type = node.symbol().type();
        if (type.isEmpty() || type.get() == SymbolType.BOOL) {
          return null;
        }
        String keyword = set.isDefault() ? "set default" : "set";
        String message =
            "`"
                + keyword
                + "` is ignored: `"
                + node.symbol()
                + "` is of type "
                + type.get().keyword();
        return Draft.of(semantics.property(node, set), message).about(node.symbol().name());
      }
    }
    return null;
  }
}
