package kconfigls.ide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.ide.Completion.Item;
import kconfigls.ide.Completion.Kind;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.Reference;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Offers symbols and constants. */
final class SymbolItems {
  private final Map<String, Symbol> symbols;
  private final FileCell cell;
  private final Statement.@Nullable WithAttributes entry;

  SymbolItems(Semantics semantics, FileCell cell, Statement.@Nullable WithAttributes entry) {
    this.cell = cell;
    this.entry = entry;
    Map<String, Symbol> all = new LinkedHashMap<>();
    Optional<ProjectModel> model = semantics.projectOf(cell.path());
    model.ifPresentOrElse(
        own -> all.putAll(own.symbols()),
        () -> semantics.snapshot().models().forEach(any -> all.putAll(any.symbols())));
    this.symbols = all;
  }

  /** For a logical position: bool and tristate symbols first, then the constants and the rest. */
  List<Item> logical() {
    List<Item> items = constants(List.of("y", "m", "n"));
    for (Symbol symbol : symbols.values()) {
      items.add(item(symbol, isLogical(symbol) ? 1 : 3));
    }
    return items;
  }

  /** For a select: no choice members, not the entry itself, those without a prompt first. */
  List<Item> selectable() {
    String own = ownName();
    return list(
        symbol ->
            isLogical(symbol)
                && !symbol.name().equals(own)
                && symbol.nodes().stream().allMatch(node -> node.choice() == null));
  }

  List<Item> numbers() {
    return list(symbol -> type(symbol).equals("int") || type(symbol).equals("hex"));
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
    return switch (ownType()) {
      case "int", "hex" -> numbers();
      case "string" -> List.of(new Item("\"\"", Kind.TEXT, "text", "\"$1\"$0", 0));
      default -> logical();
    };
  }

  List<Item> comparedWith(String name) {
    Symbol symbol = symbols.get(name);
    String type = symbol == null ? "" : type(symbol);
    return switch (type) {
      case "bool" -> constants(List.of("y", "n"));
      case "tristate" -> constants(List.of("y", "m", "n"));
      case "int", "hex" -> numbers();
      case "string" -> List.of(new Item("\"\"", Kind.TEXT, "text", "\"$1\"$0", 0));
      default -> logical();
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
    symbols.values().forEach(symbol -> items.add(item(symbol, 2)));
    return items;
  }

  private List<Item> list(Predicate<Symbol> wanted) {
    List<Item> items = new ArrayList<>();
    for (Symbol symbol : symbols.values()) {
      if (wanted.test(symbol)) {
        items.add(item(symbol, prompt(symbol).isEmpty() ? 1 : 2));
      }
    }
    return items;
  }

  private static List<Item> constants(List<String> values) {
    List<Item> items = new ArrayList<>();
    values.forEach(value -> items.add(Item.of(value, Kind.CONSTANT, "constant", 2)));
    return items;
  }

  private static Item item(Symbol symbol, int rank) {
    String prompt = prompt(symbol);
    String detail = type(symbol) + (prompt.isEmpty() ? "" : " – " + prompt);
    return Item.of(symbol.name(), Kind.SYMBOL, detail, rank);
  }

  private static String prompt(Symbol symbol) {
    return symbol.nodes().stream()
        .map(MenuNode::prompt)
        .flatMap(Optional::stream)
        .map(Prop.Prompt::text)
        .findFirst()
        .orElse("");
  }

  private static String type(Symbol symbol) {
    return symbol.type().orElse("no type");
  }

  private static boolean isLogical(Symbol symbol) {
    return type(symbol).equals("bool") || type(symbol).equals("tristate");
  }

  private String ownName() {
    return entry instanceof Statement.Entry own && own.name() != null ? own.name().raw() : "";
  }

  private String ownType() {
    if (entry != null) {
      for (Attribute attribute : entry.attributes()) {
        if (attribute instanceof Attribute.Type type) {
          return type.keyword().text();
        }
      }
    }
    Symbol symbol = symbols.get(ownName());
    return symbol == null ? "" : type(symbol);
  }
}
