package kconfigls.rules.types;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialect;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
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
import kconfigls.syntax.Attribute;
import kconfigls.values.Numerals;
import org.jspecify.annotations.Nullable;

/** Reports defaults that a range is sure to replace by one of its bounds. */
public final class DefaultOutOfRange implements ProjectRule {
  /** More than any symbol of a real tree has; nothing is said of one that has more. */
  private static final int MOST_RANGES = 100;

  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "default-out-of-range",
          Severity.WARNING,
          "a default outside the range of its symbol");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /**
   * A default that is replaced.
   *
   * @param bound what it is replaced by
   * @param only whether the symbol has no other range, so that the value is the same everywhere
   */
  private record Fault(
      int key, String symbol, String value, Prop.Range range, String bound, boolean only) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<Symbol, List<Bounds>> ranges = new IdentityHashMap<>();
    Map<FileKey, Fault> found =
        PerEntry.always(projects, (model, node) -> fault(ranges, model, node));
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          String message =
              "`"
                  + fault.value()
                  + "` is outside the range from "
                  + ExprPrinter.print(fault.range().low())
                  + " to "
                  + ExprPrinter.print(fault.range().high())
                  + ": the default is "
                  + fault.bound();
          Draft draft = Draft.of(place, message).about(fault.symbol());
          sink.report(draft.fix(() -> fixes(projects, place, fault)));
        });
  }

  private static @Nullable Fault fault(
      Map<Symbol, List<Bounds>> known, ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    SymbolType type = symbol == null ? null : symbol.type().orElse(null);
    if (symbol == null || type == null || !has(node, Prop.Default.class)) {
      return null;
    }
    List<Bounds> ranges = known.computeIfAbsent(symbol, DefaultOutOfRange::ranges);
    if (ranges.isEmpty() || ranges.size() > MOST_RANGES) {
      return null;
    }
    Reader reader = new Reader(model, type);
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Default def
          && def.value() instanceof Expr.Operand operand
          && reader.number(operand).isPresent()) {
        BigInteger value = reader.number(operand).get();
        Prop.Range range = excluding(reader, node, def, value, ranges);
        if (range != null) {
          boolean below =
              reader.number(range.low()).filter(low -> value.compareTo(low) < 0).isPresent();
          String bound = ExprPrinter.print(below ? range.low() : range.high());
          boolean only = ranges.size() == 1 && type == SymbolType.INT;
          String written = ExprPrinter.print(operand);
          return new Fault(def.key(), symbol.name(), written, range, bound, only);
        }
      }
    }
    return null;
  }

  private static List<Fix> fixes(CheckedProjects projects, Place place, Fault fault) {
    Edits edits = Edits.in(projects, place.file());
    if (!(edits.attributeAt(place.range().start()).orElse(null) instanceof Attribute.Default def)) {
      return List.of();
    }
    Fix.Edit edit = edits.replace(def.value().range(), fault.bound());
    String title = "Replace by `" + fault.bound() + "`";
    // the text of a hex would change, though not its value
    return List.of(fault.only() ? Fix.safe(title, edit) : Fix.unsafe(title, edit));
  }

  private static boolean has(MenuNode node, Class<? extends Prop> kind) {
    for (Prop prop : node.props()) {
      if (kind.isInstance(prop)) {
        return true;
      }
    }
    return false;
  }

  private record Bounds(MenuNode node, Prop.Range range) {}

  private static List<Bounds> ranges(Symbol symbol) {
    List<Bounds> ranges = new ArrayList<>(0);
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Range range) {
          ranges.add(new Bounds(node, range));
        }
      }
    }
    return ranges;
  }

  /**
   * The first range that holds whenever the default does, if it and all before it exclude the
   * value; null if the default may be within the range that counts.
   */
  private static Prop.@Nullable Range excluding(
      Reader reader, MenuNode node, Prop.Default def, BigInteger value, List<Bounds> ranges) {
    for (Bounds bounds : ranges) {
      Optional<BigInteger> low = reader.number(bounds.range().low());
      Optional<BigInteger> high = reader.number(bounds.range().high());
      boolean outside =
          low.isPresent()
              && high.isPresent()
              && low.get().compareTo(high.get()) <= 0
              && (value.compareTo(low.get()) < 0 || value.compareTo(high.get()) > 0);
      if (!outside) {
        return null;
      }
      boolean nearby = bounds.node() == node || bounds.node().dependency().equals(Expr.Y);
      if (nearby && isImplied(bounds.range().condition(), def.condition())) {
        return bounds.range();
      }
    }
    return null;
  }

  /** Whether each part of the range's condition is one of the default's. */
  private static boolean isImplied(@Nullable Expr range, @Nullable Expr def) {
    if (range == null) {
      return true;
    }
    return def != null && !range.isUnknown() && def.conjuncts().containsAll(range.conjuncts());
  }

  /** Reads the numbers of a project as values of a type; symbols that hold numbers are none. */
  private record Reader(ProjectModel model, SymbolType type) {
    Optional<BigInteger> number(Expr.Operand operand) {
      Dialect dialect = model.spec().dialect();
      return switch (operand) {
        case Expr.Symbol(String word) when model.symbol(word) == null ->
            Numerals.value(dialect, type, word);
        case Expr.Symbol symbol -> Optional.empty();
        case Expr.Text(String text) -> Numerals.value(dialect, type, text);
        case Expr.Const constant -> Optional.empty();
        case Expr.Unknown unknown -> Optional.empty();
      };
    }
  }
}
