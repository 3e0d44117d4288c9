package kconfigls.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.model.ChoiceMembers;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Shell;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** The symbols and choices of a project, made ready to be evaluated. */
final class ValueTable {
  private final Map<String, ValueSymbol> symbols = new LinkedHashMap<>(1 << 12);
  private final Map<MenuNode, ValueSymbol> choices = new HashMap<>();
  private final Map<String, String> environment;
  private final boolean allOfEnvironment;
  private final Dialect dialect;
  private final ChoiceMembers choiceMembers;
  private @Nullable ValueSymbol modules;

  ValueTable(ProjectModel model) {
    this.environment = model.spec().environment();
    this.allOfEnvironment = model.spec().shell() != Shell.NONE;
    this.dialect = model.spec().dialect();
    this.choiceMembers = new ChoiceMembers(model);
    model.symbols().values().forEach(s -> symbols.put(s.name(), symbol(s)));
    walk(model.menu());
    if (dialect.has(Feature.MODULES_BY_NAME)) {
      modules = symbols.get("MODULES");
    }
  }

  private static ValueSymbol symbol(kconfigls.model.Symbol symbol) {
    return new ValueSymbol(symbol.name(), symbol.declaredType(), false);
  }

  /** Null for a name that no entry defines. */
  @Nullable ValueSymbol find(String name) {
    return symbols.get(name);
  }

  ValueSymbol choice(MenuNode node) {
    ValueSymbol choice = choices.get(node);
    if (choice == null) {
      throw new IllegalArgumentException("no choice");
    }
    return choice;
  }

  /** The symbol that says whether there are modules; null if there is none. */
  @Nullable ValueSymbol modules() {
    return modules;
  }

  /** All symbols in order of first definition, without the choices. */
  Collection<ValueSymbol> all() {
    return symbols.values();
  }

  Collection<ValueSymbol> choices() {
    return choices.values();
  }

  /** Whether an entry stands in a choice. */
  boolean isMember(MenuNode node, ValueSymbol choice) {
    MenuNode block = node.choice();
    return block != null && choices.get(block) == choice;
  }

  private void walk(MenuNode node) {
    if (node.symbol() != null) {
      ValueSymbol symbol = symbols.get(node.symbol().name());
      if (symbol != null) {
        entry(symbol, node);
      }
    } else if (node.item() instanceof Item.Choice item) {
      choice(item, node);
    }
    node.children().forEach(this::walk);
    if (node.item() instanceof Item.Choice) {
      new ChoiceType(choice(node), dialect).settle(node, choiceMembers.of(node), symbols);
    }
  }

  private void choice(Item.Choice item, MenuNode node) {
    ValueSymbol choice =
        item.name() == null
            ? null
            : choices.values().stream()
                .filter(c -> c.name.equals(item.name()))
                .findFirst()
                .orElse(null);
    if (choice == null) {
      String name = item.name() == null ? "<choice>" : item.name();
      choice = new ValueSymbol(name, node.type(), true);
    }
    choices.put(node, choice);
    entry(choice, node);
  }

  private void entry(ValueSymbol symbol, MenuNode node) {
    if (!node.isConfigdefault()) {
      symbol.nodes.add(node);
    }
    Prop.Prompt last = node.prompt().orElse(null);
    for (Prop prop : node.props()) {
      switch (prop) {
        case Prop.Prompt p -> {
          if (p == last || !dialect.has(Feature.LAST_LINE_COUNTS)) {
            symbol.prompts.add(new ValueSymbol.Property(node, null, p.condition()));
          }
        }
        case Prop.Default d ->
            symbol.defaults.add(new ValueSymbol.Property(node, d.value(), d.condition()));
        case Prop.Range r ->
            symbol.ranges.add(new ValueSymbol.Range(node, r.low(), r.high(), r.condition()));
        case Prop.Select s -> select(symbol, node, s);
        case Prop.Flag f -> flag(symbol, f.name());
        case Prop.Option o -> option(symbol, node, o);
        case Prop.Type t -> {}
        case Prop.Depends d -> {}
        case Prop.Visible v -> {}
        case Prop.SetValue s -> set(symbol, node, s);
        case Prop.Help h -> {}
      }
    }
  }

  private void select(ValueSymbol selector, MenuNode node, Prop.Select select) {
    ValueSymbol target = symbols.get(select.target());
    if (target != null && !selector.isChoice) {
      Expr by = new Expr.Symbol(selector.name);
      var edge = new ValueSymbol.Property(node, by, select.condition());
      (select.imply() ? target.implies : target.selects).add(edge);
    }
  }

  private void set(ValueSymbol source, MenuNode node, Prop.SetValue set) {
    ValueSymbol target = symbols.get(set.target());
    // an entry without a type may be a bool by its choice
    if (target != null && (source.is(SymbolType.BOOL) || source.type.isEmpty())) {
      Expr by = new Expr.Symbol(source.name);
      target.settings.add(
          new ValueSymbol.Setting(node, by, set.value(), set.condition(), set.isDefault()));
    }
  }

  private void flag(ValueSymbol symbol, String flag) {
    switch (flag) {
      case "modules" -> modules = symbol;
      case "optional" -> symbol.isOptional = true;
      case "transitional" -> symbol.isTransitional = true;
      default -> {
        // says nothing about values
      }
    }
  }

  private void option(ValueSymbol symbol, MenuNode node, Prop.Option option) {
    if (option.name().equals("modules")) {
      modules = symbol;
    } else if (option.name().equals("defconfig_list")) {
      symbol.isNeverWritten = true;
    } else if (option.name().equals("env") && option.value() != null) {
      String value = environment.get(option.value());
      if (value != null || !allOfEnvironment) {
        Expr expr = value == null ? Expr.UNKNOWN : Expr.operand(value, true);
        symbol.defaults.add(new ValueSymbol.Property(node, expr, null));
      }
      symbol.isNeverWritten = true;
    }
  }

  /** The symbol that a default names, where it is one name alone. */
  Optional<ValueSymbol> single(@Nullable Expr expr) {
    return expr instanceof Expr.Symbol(String name)
        ? Optional.ofNullable(find(name))
        : Optional.empty();
  }

  List<ValueSymbol> everything() {
    List<ValueSymbol> all = new ArrayList<>(symbols.values());
    all.addAll(choices.values().stream().distinct().toList());
    return all;
  }
}
