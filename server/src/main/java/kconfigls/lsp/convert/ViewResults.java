package kconfigls.lsp.convert;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.ide.support.ChosenValues;
import kconfigls.ide.support.ValueReasons;
import kconfigls.ide.views.MenuRows;
import kconfigls.ide.views.SymbolView;
import kconfigls.lsp.protocol.Results;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.text.escape.Markup;
import kconfigls.text.escape.Phrase;
import kconfigls.text.escape.Printable;
import kconfigls.values.Value;
import org.eclipse.lsp4j.Location;
import org.jspecify.annotations.Nullable;

/** What views show, as answers to requests beyond the protocol. */
public final class ViewResults {
  private static final int MOST_LINKS = 500;

  private final ToLsp toLsp;
  private final ProjectModel model;
  private final @Nullable ChosenValues values;

  public ViewResults(ToLsp toLsp, ProjectModel model, Optional<ChosenValues> values) {
    this.toLsp = toLsp;
    this.model = model;
    this.values = values.orElse(null);
  }

  /** Null for a file that is not there any more. */
  public @Nullable Location location(@Nullable Place place) {
    return place == null ? null : toLsp.location(place).orElse(null);
  }

  /**
   * A row of the menu.
   *
   * @param mark of the model, in the row's name
   */
  public Results.Row row(String mark, MenuRows.Row row) {
    return new Results.Row(
        mark + "." + row.id(),
        row.kind(),
        Printable.line(row.prompt()),
        row.symbol(),
        row.type(),
        row.value(),
        row.visible(),
        row.shown(),
        row.hasChildren(),
        location(row.place()));
  }

  /** A symbol with groups of its links, those that are not empty. */
  public Results.SymbolTree symbol(
      String project, SymbolView view, Symbol symbol, List<SymbolView.Relation> relations) {
    return new Results.SymbolTree(
        project,
        symbol.name(),
        SymbolType.text(symbol.type()),
        prompt(symbol),
        value(symbol.name()),
        explanation(symbol),
        location(view.place()),
        relations.stream()
            .map(relation -> group(relation, view.links(relation)))
            .filter(group -> group.count() > 0)
            .toList());
  }

  private Results.Group group(SymbolView.Relation relation, List<SymbolView.Link> links) {
    return new Results.Group(
        relation.id(),
        relation.text(),
        links.size(),
        links.stream().limit(MOST_LINKS).map(this::link).toList());
  }

  private Results.Link link(SymbolView.Link link) {
    Symbol symbol = model.symbol(link.symbol());
    return new Results.Link(
        link.symbol(),
        symbol == null ? null : SymbolType.text(symbol.type()),
        symbol == null ? null : prompt(symbol),
        value(link.symbol()),
        link.conditionText(),
        link.inherited(),
        location(link.place()));
  }

  private static @Nullable String prompt(Symbol symbol) {
    return symbol.nodes().stream()
        .flatMap(node -> node.prompt().stream())
        .findFirst()
        .map(Prop.Prompt::text)
        .map(Printable::line)
        .orElse(null);
  }

  private @Nullable String value(String symbol) {
    Value value = values == null ? null : values.evaluation().value(symbol);
    return value == null || !value.isKnown() ? null : value.text();
  }

  private @Nullable String explanation(Symbol symbol) {
    Value value = values == null ? null : values.evaluation().value(symbol.name());
    if (values == null || value == null) {
      return null;
    }
    ValueReasons reasons = new ValueReasons(values, symbol);
    Markup out = new Markup(Markup.Style.MARKDOWN);
    Phrase shown = value.isKnown() ? Phrase.code(value.text()) : Phrase.words("unknown");
    out.paragraph(Phrase.of(shown, Phrase.prose(" – " + reasons.reason(value))));
    reasons.hidden(value).ifPresent(why -> out.paragraph(Phrase.prose("Not visible: " + why)));
    return out.text();
  }
}
