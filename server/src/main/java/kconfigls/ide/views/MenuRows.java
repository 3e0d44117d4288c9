package kconfigls.ide.views;

import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.expr.Tristate;
import kconfigls.ide.support.ChosenValues;
import kconfigls.model.MenuNode;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.values.Value;
import org.jspecify.annotations.Nullable;

/** Entries of the menu as rows of a view, with values if a configuration is chosen. */
public final class MenuRows {
  /**
   * A row.
   *
   * @param kind {@code menu}, {@code choice}, {@code comment} or the keyword of an entry
   * @param symbol null for all but entries
   * @param type null for all but entries and choices
   * @param value null if it is not known; of a choice the prompt of the member that is on
   * @param visible whether a user can change it; null if that is not known
   * @param shown whether the configuration program shows the row, itself or for what is below it
   */
  public record Row(
      int id,
      String kind,
      String prompt,
      @Nullable String symbol,
      @Nullable String type,
      @Nullable String value,
      @Nullable String visible,
      boolean shown,
      boolean hasChildren,
      Place place) {}

  private final Semantics semantics;
  private final MenuTree tree;
  private final @Nullable ChosenValues values;

  public MenuRows(Semantics semantics, MenuTree tree, Optional<ChosenValues> values) {
    this.semantics = semantics;
    this.tree = tree;
    this.values = values.orElse(null);
  }

  public Row row(MenuTree.Entry entry) {
    MenuNode node = entry.node();
    Optional<Tristate> visible = visible(node);
    return new Row(
        entry.id(),
        kind(node),
        MenuSearch.prompt(node),
        node.symbol() == null ? null : node.symbol().name(),
        type(node),
        value(entry),
        visible.map(Tristate::text).orElse(null),
        isShown(entry),
        !entry.below().isEmpty(),
        semantics.name(node));
  }

  private static String kind(MenuNode node) {
    return switch (node.item()) {
      case Item.Menu menu -> "menu";
      case Item.Choice choice -> "choice";
      case Item.Comment comment -> "comment";
      case Item.Entry entry -> entry.keyword();
      default -> throw new IllegalStateException("not in a menu: " + node.item());
    };
  }

  private static @Nullable String type(MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol != null) {
      return SymbolType.text(symbol.type());
    }
    return node.item() instanceof Item.Choice
        ? node.type().orElse(SymbolType.BOOL).keyword()
        : null;
  }

  private @Nullable String value(MenuTree.Entry entry) {
    if (values == null) {
      return null;
    }
    Symbol symbol = entry.node().symbol();
    if (symbol != null) {
      Value value = values.evaluation().value(symbol.name());
      return value == null || !value.isKnown() ? null : value.text();
    }
    return entry.node().item() instanceof Item.Choice ? chosen(entry) : null;
  }

  private @Nullable String chosen(MenuTree.Entry choice) {
    return tree.below(choice).stream()
        .filter(member -> "y".equals(value(member)))
        .findFirst()
        .map(member -> MenuSearch.prompt(member.node()))
        .orElse(null);
  }

  /** Whether the statement's own prompt is shown; empty if that is not known. */
  private Optional<Tristate> visible(MenuNode node) {
    if (values == null) {
      return Optional.empty();
    }
    Expr condition = node.prompt().map(Prop.Prompt::condition).orElse(null);
    Expr own = Expr.and(node.dependency(), condition == null ? Expr.Y : condition);
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Visible visible) {
        own = Expr.and(own, visible.value());
      }
    }
    return values.evaluation().condition(Expr.and(own, node.inheritedVisibility()));
  }

  /** menu_is_visible in menu.c: what is on is shown for the sake of what is below it. */
  private boolean isShown(MenuTree.Entry entry) {
    if (values == null || visible(entry.node()).filter(Tristate.N::equals).isEmpty()) {
      return true;
    }
    Symbol symbol = entry.node().symbol();
    Value value = symbol == null ? null : values.evaluation().value(symbol.name());
    return value != null
        && !value.text().equals("n")
        && tree.below(entry).stream().anyMatch(this::isShown);
  }
}
