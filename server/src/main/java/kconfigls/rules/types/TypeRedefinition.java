package kconfigls.rules.types;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;

/** Reports a type that differs from the one that counts, the first. */
public final class TypeRedefinition implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types", "type-redefinition", Severity.WARNING, "a symbol with two different types");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ProjectModel model : projects.selected()) {
      for (Symbol symbol : model.symbols().values()) {
        check(projects, symbol, sink);
      }
    }
  }

  private static void check(CheckedProjects projects, Symbol symbol, FindingSink sink) {
    String first = "";
    Place firstPlace = null;
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (!(prop instanceof Prop.Type type)) {
          continue;
        }
        if (firstPlace == null) {
          first = type.type();
          firstPlace = projects.semantics().property(node, type);
        } else if (!type.type().equals(first)) {
          String message =
              "`"
                  + symbol.name()
                  + "` is "
                  + first
                  + " already: the type "
                  + type.type()
                  + " is ignored";
          Draft draft = Draft.of(projects.semantics().property(node, type), message);
          Related related = new Related(firstPlace, "the type that counts");
          sink.report(draft.about(symbol.name()).see(List.of(related)));
        }
      }
    }
  }
}
