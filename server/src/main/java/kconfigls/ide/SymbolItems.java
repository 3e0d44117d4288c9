package kconfigls.ide;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Reference;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * Offers symbols and constants. Of symbols only those that begin with what is written already, and
 * of many only the best: there may be 20,000.
 */
final class SymbolItems {
  /** A symbol to be offered; lower ranks come first. */
  private record Ranked(Symbol symbol, int rank) {}

  private final Map<String, Symbol> symbols;
  private static final int NOT_OFFERED = -1;
  private static final Item EMPTY_TEXT = new Item("\"\"", Kind.TEXT, "text", "\"$1\"$0", 0);

  private final FileCell cell;
  private final String prefix;
  private final Statement.@Nullable WithAttributes entry;

  /**
   * @param prefix what is written already
   */
  SymbolItems(
      Semantics semantics, FileCell cell, Statement.@Nullable WithAttributes entry, String prefix) {
    this.cell = cell;
    this.entry = entry;
    this.prefix = prefix;
    this.symbols =
        semantics
            .projectOf(cell.path())
            .map(ProjectModel::symbols)
            .orElseGet(semantics.snapshot()::symbols);
  }

  /** One more than are shown, so that it can be told that there are more. */
  private List<Item> best(ToIntFunction<Symbol> rank) {
    List<Ranked> ranked = new ArrayList<>();
    for (Symbol symbol : symbols.values()) {
      if (symbol.name().regionMatches(true, 0, prefix, 0, prefix.length())) {
        int of = rank.applyAsInt(symbol);
        if (of != NOT_OFFERED) {
          ranked.add(new Ranked(symbol, of));
        }
      }
    }
    ranked.sort(Comparator.comparingInt(Ranked::rank).thenComparing(each -> each.symbol().name()));
    return ranked.stream()
        .limit(Completions.MAX_ITEMS + 1)
        .map(each -> item(each.symbol(), each.rank()))
        .toList();
  }

  /** For a logical position: bool and tristate symbols first, then the constants and the rest. */
  List<Item> logical() {
    List<Item> items = constants(List.of("y", "m", "n"));
    items.addAll(best(symbol -> symbol.isLogic() ? 1 : 3));
    return items;
  }

  /** For a select: no choice members, not the entry itself, those without a prompt first. */
  List<Item> selectable() {
    String own = ownName();
    return list(
        symbol ->
            symbol.isLogic()
                && !symbol.name().equals(own)
                && symbol.nodes().stream().allMatch(node -> node.choice() == null));
  }

  List<Item> numbers() {
    return list(symbol -> symbol.type().filter(SymbolType::isNumber).isPresent());
  }

  /** By the entry's type; for a choice its members. */
  List<Item> defaults() {
    if (entry instanceof Statement.Choice choice) {
      Set<String> members = new LinkedHashSet<>();
      TreeWalk.statements(
          choice.body(),
          statement -> {
            if (statement instanceof Statement.Entry member && member.name() != null) {
              members.add(member.name().raw());
            }
          });
      return members.stream().map(name -> Item.of(name, Kind.SYMBOL, "member", 0)).toList();
    }
    return switch (ownType().orElse(null)) {
      case INT, HEX -> numbers();
      case STRING -> List.of(EMPTY_TEXT);
      case BOOL, TRISTATE, FLOAT -> logical();
      case null -> logical();
    };
  }

  List<Item> comparedWith(String name) {
    Symbol symbol = symbols.get(name);
    SymbolType type = symbol == null ? null : symbol.type().orElse(null);
    return switch (type) {
      case BOOL -> constants(List.of("y", "n"));
      case TRISTATE -> constants(List.of("y", "m", "n"));
      case INT, HEX -> numbers();
      case STRING -> List.of(EMPTY_TEXT);
      case FLOAT -> logical();
      case null -> logical();
    };
  }

  /** For a new definition: names that this file uses and nothing defines, then existing ones. */
  List<Item> names() {
    Set<String> used = new LinkedHashSet<>();
    for (Reference reference : cell.outlined().outline().references()) {
      if (!reference.hasMacro() && !symbols.containsKey(reference.name())) {
        used.add(reference.name());
      }
    }
    List<Item> items = new ArrayList<>();
    used.forEach(name -> items.add(Item.of(name, Kind.SYMBOL, "used but not defined", 0)));
    items.addAll(best(symbol -> 2));
    return items;
  }

  private List<Item> list(Predicate<Symbol> wanted) {
    return best(symbol -> !wanted.test(symbol) ? NOT_OFFERED : prompt(symbol).isEmpty() ? 1 : 2);
  }

  private static List<Item> constants(List<String> values) {
    List<Item> items = new ArrayList<>();
    values.forEach(value -> items.add(Item.of(value, Kind.CONSTANT, "constant", 2)));
    return items;
  }

  private static Item item(Symbol symbol, int rank) {
    return Item.of(symbol.name(), Kind.SYMBOL, detail(symbol), rank);
  }

  /** Type and prompt. */
  static String detail(Symbol symbol) {
    String prompt = prompt(symbol);
    String type = symbol.type().map(SymbolType::keyword).orElse("no type");
    return type + (prompt.isEmpty() ? "" : Completion.BEFORE_PROMPT + prompt);
  }

  private static String prompt(Symbol symbol) {
    for (MenuNode node : symbol.nodes()) {
      if (node.prompt().isPresent()) {
        return node.prompt().get().text();
      }
    }
    return "";
  }

  private String ownName() {
    return entry instanceof Statement.Entry own && own.name() != null ? own.name().raw() : "";
  }

  private Optional<SymbolType> ownType() {
    if (entry != null) {
      for (Attribute attribute : entry.attributes()) {
        if (attribute instanceof Attribute.Type type) {
          return SymbolType.find(type.keyword().text());
        }
      }
    }
    Symbol symbol = symbols.get(ownName());
    return symbol == null ? Optional.empty() : symbol.type();
  }
}
