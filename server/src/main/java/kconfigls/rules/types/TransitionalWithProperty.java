package kconfigls.rules.types;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
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
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import org.jspecify.annotations.Nullable;

/** Reports what a transitional symbol cannot have: the language page, C.10. */
public final class TransitionalWithProperty implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "transitional-with-property",
          Severity.ERROR,
          "a transitional symbol with more than a type and help");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<Symbol, Boolean> marked = new IdentityHashMap<>();
    Map<FileKey, Fault> found =
        PerEntry.always(projects, (model, node) -> fault(model, node, marked));
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          String message =
              "`" + fault.name() + "` is transitional: it can have a type and help only";
          sink.report(
              Draft.of(place, message)
                  .about(fault.name())
                  .fix(() -> fixes(Edits.in(projects, key.file()), place)));
        });
  }

  /**
   * What is wrong with an entry; null for nothing.
   *
   * @param marked which symbols are transitional, each looked at once
   */
  private static @Nullable Fault fault(
      ProjectModel model, MenuNode node, Map<Symbol, Boolean> marked) {
    if (!(node.item() instanceof Item.Entry entry)
        || node.symbol() == null
        || !model.spec().dialect().has(Feature.TRANSITIONAL)
        || !marked.computeIfAbsent(node.symbol(), Symbol::isTransitional)) {
      return null;
    }
    for (Prop prop : node.props()) {
      if (isForbidden(prop)) {
        // the program, too, names the line of the entry where a dependency is too much
        int key = prop instanceof Prop.Depends ? entry.nameKey() : prop.key();
        return new Fault(key, node.symbol().name());
      }
    }
    boolean free = node.inheritedDependency().equals(Expr.Y);
    return free && node.inheritedVisibility().equals(Expr.Y)
        ? null
        : new Fault(entry.nameKey(), node.symbol().name());
  }

  private static boolean isForbidden(Prop prop) {
    return switch (prop) {
      case Prop.Prompt prompt -> true;
      case Prop.Default def -> true;
      case Prop.Depends depends -> !depends.value().equals(Expr.Y);
      case Prop.Select select -> true;
      case Prop.Range range -> true;
      case Prop.SetValue set -> true;
      case Prop.Type type -> false;
      case Prop.Visible visible -> false;
      case Prop.Option option -> false;
      case Prop.Flag flag -> false;
      case Prop.Help help -> false;
    };
  }

  private static List<Fix> fixes(Edits edits, Place place) {
    return edits
        .attributeAt(place.range().start())
        .filter(attribute -> !(attribute instanceof Attribute.Type))
        .map(line -> List.of(Fix.unsafe("Delete the line", edits.deleteLines(line.range()))))
        .orElse(List.of());
  }
}
