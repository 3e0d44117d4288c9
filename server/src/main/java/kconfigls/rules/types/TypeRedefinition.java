package kconfigls.rules.types;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;

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
    SymbolType first = null;
    Place firstPlace = null;
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (!(prop instanceof Prop.Type type)) {
          continue;
        }
        if (first == null || firstPlace == null) {
          first = type.type();
          firstPlace = projects.semantics().property(node, type);
        } else if (type.type() != first) {
          String message =
              "`"
                  + symbol.name()
                  + "` is "
                  + first.keyword()
                  + " already: the type "
                  + type.type().keyword()
                  + " is ignored";
          Draft draft = Draft.of(projects.semantics().property(node, type), message);
          Related related = new Related(firstPlace, "the type that counts");
          sink.report(
              draft
                  .about(symbol.name())
                  .see(List.of(related))
                  .fix(() -> fixes(projects, draft.place(), symbol.name())));
        }
      }
    }
  }

  private static List<Fix> fixes(CheckedProjects projects, Place place, String name) {
    Edits edits = Edits.in(projects, place.file());
    Attribute attribute = edits.attributeAt(place.range().start()).orElse(null);
    boolean safe =
        projects.including(place.file()).stream()
            .allMatch(model -> isIgnored(projects, model, place, name));
    if (attribute instanceof Attribute.Default def) {
      Fix.Edit edit = edits.replace(def.keyword().range(), "default");
      return List.of(new Fix("Write `default`", safe, List.of(edit)));
    }
    if (!(attribute instanceof Attribute.Type type)) {
      return List.of();
    }
    Fix.Edit edit =
        type.prompt() == null
            ? edits.deleteLines(type.range())
            : edits.replace(type.keyword().range(), "prompt");
    String title = type.prompt() == null ? "Delete the type" : "Write `prompt`";
    return List.of(new Fix(title, safe, List.of(edit)));
  }

  /** Whether a project takes its type from another place before this one. */
  private static boolean isIgnored(
      CheckedProjects projects, ProjectModel model, Place place, String name) {
    Symbol symbol = model.symbol(name);
    return symbol != null
        && !model.spec().dialect().has(Feature.LAST_LINE_COUNTS)
        && symbol.nodes().stream()
            .filter(node -> node.type().isPresent())
            .findFirst()
            .filter(node -> !isAt(projects, node, place))
            .isPresent();
  }

  private static boolean isAt(CheckedProjects projects, MenuNode node, Place place) {
    return node.props().stream()
        .filter(Prop.Type.class::isInstance)
        .findFirst()
        .filter(prop -> projects.semantics().property(node, prop).equals(place))
        .isPresent();
  }
}
