package kconfigls.cli.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ReverseIndex;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** {@code symbols --format json}. */
public final class SymbolsJson {
  private final ProjectModel model;
  private final Semantics semantics;
  private final JsonWriter json;
  private final ReverseIndex reverse;

  private SymbolsJson(ProjectModel model, Semantics semantics, PrintWriter out) {
    this.model = model;
    this.semantics = semantics;
    this.json = new JsonWriter(out);
    this.reverse = model.reverse();
  }

  public static void print(ProjectModel model, Semantics semantics, PrintWriter out) {
    new SymbolsJson(model, semantics, out).print();
    out.println();
  }

  private void print() {
    json.beginObject().name("version").value(1).name("project").value(model.spec().name());
    json.name("symbols").beginArray();
    new TreeMap<>(model.symbols()).values().forEach(this::symbol);
    json.endArray().name("choices").beginArray();
    choices(model.menu());
    json.endArray().endObject();
  }

  private void symbol(Symbol symbol) {
    json.beginObject().name("name").value(symbol.name());
    json.name("type").value(SymbolType.text(symbol.type()));
    json.name("choice").value(choiceOf(symbol));
    json.name("definitions").beginArray();
    symbol.nodes().forEach(this::definition);
    json.endArray().name("defaults").beginArray();
    each(symbol, Prop.Default.class, this::defaultValue);
    json.endArray().name("ranges").beginArray();
    each(symbol, Prop.Range.class, this::range);
    json.endArray().name("selects").beginArray();
    selects(symbol, false);
    json.endArray().name("implies").beginArray();
    selects(symbol, true);
    json.endArray().name("selectedBy").beginArray();
    selectors(symbol, false);
    json.endArray().name("impliedBy").beginArray();
    selectors(symbol, true);
    json.endArray().endObject();
  }

  /** The name of the choice, or the place of one that has no name; null for no member. */
  private @Nullable String choiceOf(Symbol symbol) {
    for (MenuNode node : symbol.nodes()) {
      MenuNode choice = node.choice();
      if (choice != null && choice.item() instanceof Item.Choice item) {
        String name = item.name();
        return name != null ? name : file(choice) + ":" + line(choice);
      }
    }
    return null;
  }

  private void definition(MenuNode node) {
    Place name = semantics.name(node);
    json.beginObject().name("file").value(file(node)).name("line").value(semantics.line(name));
    if (node.item() instanceof Item.Entry entry) {
      json.name("keyword").value(entry.keyword());
    }
    Prop.@Nullable Prompt prompt = node.prompt().orElse(null);
    json.name("prompt").value(prompt == null ? null : prompt.text());
    json.name("promptCondition").value(prompt == null ? null : print(prompt.condition()));
    Expr dependency = node.dependency();
    json.name("dependsOn").value(dependency.equals(Expr.Y) ? null : print(dependency));
    String help = semantics.help(node);
    json.name("help").value(help.isEmpty() ? null : help).endObject();
  }

  private void defaultValue(MenuNode node, Prop.Default value) {
    json.beginObject().name("value").value(ExprPrinter.print(value.value()));
    json.name("condition").value(print(value.condition())).endObject();
  }

  private void range(MenuNode node, Prop.Range range) {
    json.beginObject().name("low").value(ExprPrinter.print(range.low()));
    json.name("high").value(ExprPrinter.print(range.high()));
    json.name("condition").value(print(range.condition())).endObject();
  }

  private void selects(Symbol symbol, boolean imply) {
    each(
        symbol,
        Prop.Select.class,
        (node, select) -> {
          if (select.imply() == imply) {
            json.beginObject().name("symbol").value(select.target());
            json.name("condition").value(print(select.condition())).endObject();
          }
        });
  }

  private void selectors(Symbol symbol, boolean imply) {
    Set<String> names = new LinkedHashSet<>();
    for (ReverseIndex.Edge edge : reverse.of(symbol.name())) {
      if (edge.select().imply() == imply && edge.node().symbol() != null) {
        names.add(edge.node().symbol().name());
      }
    }
    names.forEach(json::value);
  }

  private <T extends Prop> void each(Symbol symbol, Class<T> type, BiConsumer<MenuNode, T> use) {
    for (MenuNode node : symbol.nodes()) {
      for (Prop prop : node.props()) {
        if (type.isInstance(prop)) {
          use.accept(node, type.cast(prop));
        }
      }
    }
  }

  private void choices(MenuNode node) {
    if (node.item() instanceof Item.Choice choice) {
      choice(node, choice);
    }
    node.children().forEach(this::choices);
  }

  private void choice(MenuNode node, Item.Choice choice) {
    List<String> members = new ArrayList<>();
    members(node, members);
    SymbolType type = SymbolType.BOOL;
    String value = null;
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Type t) {
        type = t.type();
      } else if (prop instanceof Prop.Default d && value == null) {
        value = ExprPrinter.print(d.value());
      }
    }
    json.beginObject().name("name").value(choice.name()).name("type").value(type.keyword());
    json.name("file").value(file(node)).name("line").value(line(node));
    json.name("members").beginArray();
    members.forEach(json::value);
    json.endArray().name("default").value(value).endObject();
  }

  private static void members(MenuNode node, List<String> members) {
    for (MenuNode child : node.children()) {
      if (child.symbol() != null) {
        members.add(child.symbol().name());
      } else if (child.item() instanceof Item.If) {
        members(child, members);
      }
    }
  }

  private String file(MenuNode node) {
    return node.file().file().relativeTo(model.spec().srctree());
  }

  private int line(MenuNode node) {
    return semantics.line(semantics.name(node));
  }

  private static @Nullable String print(@Nullable Expr expr) {
    return expr == null ? null : ExprPrinter.print(expr);
  }
}
