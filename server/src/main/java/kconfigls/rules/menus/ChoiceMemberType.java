package kconfigls.rules.menus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.SymbolType;
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
import kconfigls.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** Reports members of a choice that are not bool, which releases since 6.11 refuse. */
public final class ChoiceMemberType implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus", "choice-member-type", Severity.ERROR, "a member of a choice that is no bool");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name, Optional<SymbolType> type) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Fault> found = PerEntry.always(projects, ChoiceMemberType::fault);
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          String is = fault.type().map(type -> "is " + type.keyword()).orElse("has no type yet");
          String message = "`" + fault.name() + "` " + is + ": a member of a choice must be bool";
          sink.report(
              Draft.of(place, message)
                  .about(fault.name())
                  .fix(() -> fixes(Edits.in(projects, key.file()), place)));
        });
  }

  private static @Nullable Fault fault(ProjectModel model, MenuNode node) {
    if (!(node.item() instanceof Item.Entry entry)
        || node.choice() == null
        || !model.spec().dialect().has(Feature.CHOICE_MEMBERS_CHECKED)) {
      return null;
    }
    Symbol symbol = node.symbol();
    if (symbol == null) {
      return null;
    }
    Optional<SymbolType> type = typeSoFar(symbol, node);
    boolean unknown = type.isEmpty() && model.isOpen();
    return unknown || type.equals(Optional.of(SymbolType.BOOL))
        ? null
        : new Fault(entry.nameKey(), symbol.name(), type);
  }

  /** The type that the program knows when it reads the entry: the first one up to here. */
  private static Optional<SymbolType> typeSoFar(Symbol symbol, MenuNode node) {
    for (MenuNode each : symbol.nodes()) {
      Optional<SymbolType> type = each.type();
      if (type.isPresent() || each == node) {
        return type;
      }
    }
    return Optional.empty();
  }

  /** A tristate member becomes bool: no program takes it as it is. */
  private static List<Fix> fixes(Edits edits, Place place) {
    List<Fix> fixes = new ArrayList<>();
    if (edits.statementAt(place.range().start()).orElse(null) instanceof Statement.Entry entry) {
      for (Attribute attribute : entry.attributes()) {
        if (attribute instanceof Attribute.Type type && type.keyword().is("tristate")) {
          fixes.add(Fix.safe("Write `bool`", edits.replace(type.keyword().range(), "bool")));
        }
      }
    }
    return fixes;
  }
}
