package kconfigls.rules.types;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

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
          Place place = projects.semantics().name(node);
          sink.report(
              Draft.of(place, message)
                  .about(symbol.name())
                  .fix(() -> fixes(Edits.in(projects, place.file()), place)));
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

  private static List<Fix> fixes(Edits edits, Place name) {
    Statement statement = edits.statementAt(name.range().start()).orElse(null);
    if (!(statement instanceof Statement.Entry entry)) {
      return List.of();
    }
    String type = type(entry).keyword();
    Fix.Edit edit =
        entry.attributes().isEmpty()
            ? edits.addAttribute(entry, type)
            : edits.insertBefore(entry.attributes().getFirst().range(), type);
    return List.of(Fix.unsafe("Add `" + type + "`", edit));
  }

  /** The type that the first default, or a range, speaks for. */
  private static SymbolType type(Statement.Entry entry) {
    for (Attribute attribute : entry.attributes()) {
      if (attribute instanceof Attribute.Range) {
        return SymbolType.INT;
      }
      if (attribute instanceof Attribute.Default def && def.value() instanceof Term term) {
        String text = term.raw();
        if (text.startsWith("0x")) {
          return SymbolType.HEX;
        }
        if (text.matches("-?[0-9]+")) {
          return SymbolType.INT;
        }
        return term.isQuoted() && !text.matches("[ymn]") ? SymbolType.STRING : SymbolType.BOOL;
      }
    }
    return SymbolType.BOOL;
  }
}
