package kconfigls.rules.types;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
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
import kconfigls.rules.WrittenFile;
import kconfigls.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** Reports numbers that the user is asked for without a default. */
public final class IntHexWithoutDefault implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "int-hex-without-default",
          Severity.INFO,
          "an int or hex with a prompt and without a default");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name, boolean hex, boolean zero, String least) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<FileKey, Fault> found = PerEntry.always(projects, IntHexWithoutDefault::fault);
    Set<String> set = found.isEmpty() ? Set.of() : assigned(projects);
    found.forEach(
        (key, fault) -> {
          if (!set.contains(fault.name())) {
            Place place = projects.semantics().place(key.file(), fault.key());
            String zero = fault.hex() ? "0x0" : "0";
            String value = fault.zero() ? zero + " or the nearest bound of its range" : "empty";
            String message =
                "`" + fault.name() + "` has no default: until somebody sets it, it is " + value;
            Draft draft = Draft.of(place, message).about(fault.name());
            sink.report(draft.fix(() -> fixes(projects, place, fault.least())));
          }
        });
  }

  private static @Nullable Fault fault(ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol == null
        || model.isOpen()
        || !(node.item() instanceof Item.Entry entry)
        || node.prompt().isEmpty()) {
      return null;
    }
    boolean number = symbol.type().filter(SymbolType::isNumber).isPresent();
    if (!number || !isFirstWithPrompt(symbol, node) || hasDefault(symbol)) {
      return null;
    }
    boolean zero = model.spec().dialect().has(Feature.NUMBERS_START_AT_ZERO);
    boolean hex = symbol.is(SymbolType.HEX);
    return new Fault(entry.nameKey(), symbol.name(), hex, zero, least(node, hex));
  }

  /** The low bound of an unconditional range, else zero. */
  private static String least(MenuNode node, boolean hex) {
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Range range && range.condition() == null) {
        return ExprPrinter.print(range.low());
      }
    }
    return hex ? "0x0" : "0";
  }

  private static List<Fix> fixes(CheckedProjects projects, Place place, String least) {
    Edits edits = Edits.in(projects, place.file());
    return edits.statementAt(place.range().start()).stream()
        .flatMap(each -> each instanceof Statement.Entry entry ? Stream.of(entry) : Stream.empty())
        .map(entry -> edits.addAttribute(entry, "default " + least))
        .map(edit -> Fix.unsafe("Add `default " + least + "`", edit))
        .toList();
  }

  private static boolean isFirstWithPrompt(Symbol symbol, MenuNode node) {
    for (MenuNode each : symbol.nodes()) {
      if (each.prompt().isPresent()) {
        return each == node;
      }
    }
    return false;
  }

  private static boolean hasDefault(Symbol symbol) {
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Default || prop instanceof Prop.Option) {
          return true;
        }
      }
    }
    return false;
  }

  /** The symbols that ESP-IDF's {@code set} gives a value. */
  private static Set<String> assigned(CheckedProjects projects) {
    Set<String> names = new HashSet<>();
    WrittenFile.forEachProperty(
        projects,
        (file, entry, prop) -> {
          if (prop instanceof Prop.SetValue set) {
            names.add(set.target());
          }
        });
    return names;
  }
}
