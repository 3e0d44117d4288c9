package kconfigls.ide;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kconfigls.analysis.DocumentKind;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Semantics;
import kconfigls.graph.GraphBuilder;
import kconfigls.graph.GraphFormat;
import kconfigls.harness.Shown;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.views.MenuRows;
import kconfigls.ide.views.MenuSearch;
import kconfigls.ide.views.MenuTree;
import kconfigls.ide.views.SymbolView;
import kconfigls.ide.views.ValueChange;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.syntax.ConfigTree;
import kconfigls.syntax.parse.ConfigParser;
import kconfigls.text.UnifiedDiff;
import kconfigls.text.escape.Markup;
import kconfigls.usage.SourceIndex;
import kconfigls.values.ConfigFile;
import kconfigls.values.ConfigStack;
import kconfigls.values.DotConfig;
import kconfigls.values.Evaluation;
import kconfigls.values.Evaluator;
import org.jspecify.annotations.Nullable;

/** What an editor's own views show of a fixture, under its configuration file if it has one. */
record ViewsShown(Semantics semantics, ProjectModel model, Shown shown) {
  static ViewsShown of(Semantics semantics, Shown shown) {
    return new ViewsShown(semantics, semantics.snapshot().models().getFirst(), shown);
  }

  private Optional<FileCell> configuration() {
    return semantics.snapshot().documents().stream()
        .filter(cell -> cell.kind() == DocumentKind.CONFIG)
        .findFirst();
  }

  private Evaluation evaluate(FileCell cell, ConfigTree tree) {
    ConfigStack stack =
        new ConfigStack(List.of(new ConfigFile(cell.path().text(), tree)), List.of());
    return Evaluator.explain(model, new DotConfig(stack, model.spec().dialect()), Map.of());
  }

  Optional<ChosenValues> values() {
    return configuration()
        .map(
            cell -> new ChosenValues(model, cell.path().name(), evaluate(cell, cell.configTree())));
  }

  /** What a hover says of the value, which comes before all else. */
  String hover(FileCell cell, int offset) {
    return Hovers.at(
            semantics,
            cell,
            offset,
            Markup.Style.MARKDOWN,
            Optional.empty(),
            SourceIndex.NONE,
            values())
        .map(hover -> hover.text().substring(0, Math.max(0, hover.text().indexOf("**"))))
        .orElse("none\n");
  }

  String menu() {
    MenuTree tree = MenuTree.of(model);
    StringBuilder out = new StringBuilder();
    tree.entries().forEach(entry -> out.append(row(tree, entry)));
    return out.toString();
  }

  private String row(MenuTree tree, MenuTree.Entry entry) {
    MenuRows.Row row = new MenuRows(semantics, tree, values()).row(entry);
    return "  ".repeat(tree.path(entry).size() - 1)
        + row.kind()
        + " “"
        + row.prompt()
        + "”"
        + part(" ", row.symbol())
        + part(" ", row.type())
        + part(" = ", row.value())
        + part("  visible ", row.visible())
        + (row.shown() ? "" : "  not shown")
        + "\n";
  }

  private static String part(String before, @Nullable String text) {
    return text == null ? "" : before + text;
  }

  String search(String query) {
    MenuTree tree = MenuTree.of(model);
    return shown.each(new MenuSearch(tree).find(query, 5), entry -> row(tree, entry).strip());
  }

  String menuAt(FileCell cell, int offset) {
    MenuTree tree = MenuTree.of(model);
    return tree.at(semantics, cell.path(), offset)
        .map(entry -> shown.each(tree.path(entry), one -> row(tree, one).stripTrailing()))
        .orElse("none\n");
  }

  String links(String name) {
    SymbolView view = new SymbolView(semantics, model, symbol(name));
    StringBuilder out = new StringBuilder();
    for (SymbolView.Relation relation : SymbolView.Relation.values()) {
      for (SymbolView.Link link : view.links(relation)) {
        out.append(relation.text()).append(' ').append(link.symbol());
        out.append(part(" | ", link.conditionText()));
        out.append(link.inherited() ? " | inherited" : "");
        out.append(" | ").append(shown.place(link.place())).append('\n');
      }
    }
    return out.toString();
  }

  String graph(String format, String name) {
    int most = format.equals("svg") ? GraphBuilder.MOST : 5;
    return GraphFormat.of(format)
        .orElseThrow()
        .write(GraphBuilder.of(semantics, model, symbol(name), 1, most));
  }

  private Symbol symbol(String name) {
    Symbol symbol = model.symbol(name);
    if (symbol == null) {
      throw new IllegalArgumentException(name);
    }
    return symbol;
  }

  /** For instance {@code USB=y}; nothing after the sign takes the symbol out. */
  String set(String argument) {
    String[] parts = argument.split("=", 2);
    Symbol symbol = symbol(parts[0]);
    String value = parts.length > 1 ? parts[1] : null;
    String refusal = value == null ? "" : ValueChange.refusal(symbol, value);
    if (!refusal.isEmpty()) {
      return "refused: " + refusal + "\n";
    }
    FileCell cell = configuration().orElseThrow();
    ValueChange.Preview preview =
        new ValueChange(
                semantics,
                values().orElseThrow(),
                cell.configTree(),
                model.spec().dialect(),
                text -> evaluate(cell, ConfigParser.parse(text)))
            .preview(symbol, value);
    String before = cell.source().text();
    String diff =
        UnifiedDiff.of("config", before, cell.source().with(preview.edits()).text())
            .replace("\r", "␍");
    return (diff.contains("@@") ? diff.substring(diff.indexOf("@@")).stripTrailing() + "\n" : "")
        + preview.from()
        + " → "
        + preview.result()
        + (preview.reached() ? "\n" : ", not reached\n")
        + list(preview.obstacles(), one -> one.kind().id() + ": " + one.message())
        + list(preview.changes(), c -> "also " + c.symbol() + ": " + c.from() + " → " + c.to())
        + (preview.needs().isEmpty() ? "" : "needs " + preview.needs() + "\n");
  }

  private <T> String list(List<T> all, Function<T, String> line) {
    return all.isEmpty() ? "" : shown.each(all, line);
  }
}
