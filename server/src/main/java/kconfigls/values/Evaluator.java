package kconfigls.values;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Tristate;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a configuration results in, as {@code conf --olddefconfig} of the dialect's release
 * does: the language page, C.4 to C.8, and sym_calc_value in symbol.c.
 */
public final class Evaluator {
  private final ProjectModel model;
  private final Dialect dialect;
  private final ValueTable table;
  private final SymbolValues values;

  private Evaluator(ProjectModel model, Map<String, String> assumed) {
    this.model = model;
    this.dialect = model.spec().dialect();
    this.table = new ValueTable(model);
    this.values = new SymbolValues(table, model.gaps(), dialect, assumed);
  }

  /**
   * The values of all symbols, each written symbol in the order of the menu.
   *
   * @param assumed values that are taken for granted, by the name of the symbol
   */
  public static Configuration evaluate(
      ProjectModel model, DotConfig config, Map<String, String> assumed) {
    return new Evaluator(model, assumed).run(config).configuration();
  }

  /** The same values, with what explains them. */
  public static Evaluation explain(
      ProjectModel model, DotConfig config, Map<String, String> assumed) {
    return new Evaluator(model, assumed).run(config);
  }

  private Evaluation run(DotConfig config) {
    UserValues wishes = new UserValues(table, model.gaps(), config);
    wishes.enter(config);
    values.settleModules();
    KeptDefaults kept = new KeptDefaults(values, table, wishes.kept());
    kept.apply();
    List<ConfigProblem> problems = wishes.problems(values.modules() == Tri.N);
    List<ValueSymbol> all = table.everything();
    all.forEach(values::compute);
    if (dialect.has(Feature.OUT_OF_RANGE_DROPPED)) {
      dropOutOfRange(all);
    }
    List<Value> written = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    inMenuOrder(model.menu(), seen, written);
    List<Value> rest =
        table.all().stream().filter(s -> !seen.contains(s.name)).map(Evaluator::value).toList();
    Configuration result = new Configuration(Collections.unmodifiableList(written), rest, problems);
    return new Evaluation(result, requests(wishes, kept), table, values.expressions());
  }

  private List<Request> requests(UserValues wishes, KeptDefaults kept) {
    List<Request> requests = new ArrayList<>();
    wishes
        .requests()
        .forEach(
            (symbol, place) -> {
              String text = symbol.isLogic() ? Tri.text(symbol.userTri) : symbol.userText;
              requests.add(new Request(symbol.name, text, place, false, unasked(symbol)));
            });
    wishes
        .keptPlaces()
        .forEach(
            (symbol, place) -> {
              String standard = kept.standard(symbol);
              String text = Objects.requireNonNull(wishes.kept().get(symbol));
              String unasked = standard == null ? unasked(symbol) : standard;
              requests.add(new Request(symbol.name, text, place, true, unasked));
            });
    return requests;
  }

  /** What a symbol would be without its wish; everything is computed, and is left as it is. */
  private @Nullable String unasked(ValueSymbol symbol) {
    if (symbol.choice != null || !symbol.hasUserValue) {
      return symbol.choice != null || !symbol.known ? null : text(symbol);
    }
    ValueSymbol saved = symbol.values();
    symbol.hasUserValue = false;
    symbol.valid = false;
    values.compute(symbol);
    String unasked = symbol.known ? text(symbol) : null;
    symbol.take(saved);
    symbol.hasUserValue = true;
    return unasked;
  }

  private static String text(ValueSymbol symbol) {
    return symbol.isLogic() ? Tri.text(symbol.tri) : symbol.text;
  }

  /** A wish out of range is forgotten only after everything was computed with it: conf_read. */
  private void dropOutOfRange(List<ValueSymbol> all) {
    List<ValueSymbol> dropped = new ArrayList<>();
    for (ValueSymbol symbol : all) {
      if (symbol.hasUserValue && symbol.isNumber() && !values.isWithinRange(symbol)) {
        dropped.add(symbol);
      }
    }
    for (ValueSymbol symbol : dropped) {
      symbol.hasUserValue = false;
      symbol.valid = false;
    }
    dropped.forEach(values::compute);
  }

  private void inMenuOrder(MenuNode node, Set<String> seen, List<Value> written) {
    if (node.symbol() != null) {
      ValueSymbol symbol = table.find(node.symbol().name());
      if (symbol != null && hasLine(symbol, seen)) {
        written.add(value(symbol));
      }
    }
    for (MenuNode child : node.children()) {
      inMenuOrder(child, seen, written);
    }
  }

  /** Whether an entry of a symbol gives a line, if those of {@code seen} had theirs. */
  private boolean hasLine(ValueSymbol symbol, Set<String> seen) {
    if (dialect.has(Feature.ALL_WRITTEN)) {
      seen.add(symbol.name);
      return symbol.type.isPresent();
    }
    return symbol.written && seen.add(symbol.name);
  }

  private static Value value(ValueSymbol s) {
    Tristate visible = Tristate.values()[Tri.value(s.visible)];
    return new Value(s.name, s.type, text(s), visible, s.origin, s.written, s.known);
  }
}
