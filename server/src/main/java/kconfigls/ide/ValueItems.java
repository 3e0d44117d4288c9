package kconfigls.ide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;
import kconfigls.outline.Numbers;
import kconfigls.outline.Prop;

/** Offers the values that a configuration file may give a symbol. */
final class ValueItems {
  private final Dialect dialect;
  private final Map<String, String> values = new LinkedHashMap<>();

  private ValueItems(Dialect dialect) {
    this.dialect = dialect;
  }

  /** By its type: defaults first, then bounds. */
  static List<Item> of(Symbol symbol, Dialect dialect) {
    ValueItems items = new ValueItems(dialect);
    switch (symbol.type().orElse(null)) {
      case BOOL -> items.add("y", "on").add("n", "off");
      case TRISTATE -> items.add("y", "built in").add("m", "module").add("n", "off");
      case STRING -> {
        items.defaults(symbol, true);
        items.add("\"\"", "empty");
      }
      case INT, HEX, FLOAT -> {
        items.defaults(symbol, false);
        items.bounds(symbol);
      }
      case null -> {
        // nothing can be said
      }
    }
    return items.list();
  }

  private List<Item> list() {
    int[] rank = {0};
    return values.entrySet().stream()
        .map(value -> Item.of(value.getKey(), Kind.CONSTANT, value.getValue(), rank[0]++))
        .toList();
  }

  private ValueItems add(String value, String detail) {
    values.putIfAbsent(value, detail);
    return this;
  }

  private void defaults(Symbol symbol, boolean quoted) {
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Default found) {
          String condition =
              found.condition() == null ? "" : " if " + ExprPrinter.print(found.condition());
          constant(found.value(), quoted).ifPresent(value -> add(value, "default" + condition));
        }
      }
    }
  }

  private void bounds(Symbol symbol) {
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (prop instanceof Prop.Range range) {
          constant(range.low(), false).ifPresent(value -> add(value, "lowest"));
          constant(range.high(), false).ifPresent(value -> add(value, "highest"));
        }
      }
    }
  }

  private Optional<String> constant(Expr value, boolean quoted) {
    return switch (value) {
      case Expr.Text(String text) when quoted -> Optional.of(quote(text));
      case Expr.Text(String text) when Numbers.isNumber(text) -> Optional.of(text);
      case Expr.Symbol(String name) when !quoted && Numbers.isNumber(name) -> Optional.of(name);
      default -> Optional.empty();
    };
  }

  private String quote(String text) {
    return dialect.has(Feature.RAW_STRINGS) ? '"' + text + '"' : ExprPrinter.quote(text);
  }
}
