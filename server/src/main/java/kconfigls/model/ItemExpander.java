package kconfigls.model;

import java.util.List;
import kconfigls.expr.Expr;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/** Expands the macros in properties and conditions at one point of the inclusion order. */
final class ItemExpander {
  private final MacroScope scope;
  private final MacroSite site;

  ItemExpander(MacroScope scope, MacroSite site) {
    this.scope = scope;
    this.site = site;
  }

  List<Prop> props(List<Prop> props) {
    return props.stream()
        .map(prop -> new ItemExpander(scope, site.at(prop.key())).prop(prop))
        .toList();
  }

  private Prop prop(Prop prop) {
    return switch (prop) {
      case Prop.Type type -> type;
      case Prop.Prompt p -> new Prop.Prompt(p.key(), shown(p.text()), optional(p.condition()));
      case Prop.Default d -> new Prop.Default(d.key(), expr(d.value()), optional(d.condition()));
      case Prop.Depends d -> new Prop.Depends(d.key(), expr(d.value()));
      case Prop.Select s ->
          new Prop.Select(s.key(), s.imply(), target(s.target()), optional(s.condition()));
      case Prop.Range r ->
          new Prop.Range(r.key(), operand(r.low()), operand(r.high()), optional(r.condition()));
      case Prop.Visible v -> new Prop.Visible(v.key(), expr(v.value()));
      case Prop.Option o ->
          new Prop.Option(o.key(), o.name(), o.value() == null ? null : shown(o.value()));
      case Prop.Flag flag -> flag;
      case Prop.SetValue s ->
          new Prop.SetValue(
              s.key(),
              s.isDefault(),
              shown(s.target()),
              operand(s.value()),
              optional(s.condition()));
      case Prop.Help help -> help;
    };
  }

  private @Nullable Expr optional(@Nullable Expr expr) {
    return expr == null ? null : expr(expr);
  }

  Expr expr(Expr expr) {
    return expr.map(this::operand);
  }

  /** The expanded text; what is unknown of it stays as written. */
  String shown(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    Expansion expansion = scope.expand(text, true, site);
    return expansion.known() ? expansion.text() : text;
  }

  /** The name that a {@code select} means; what is unknown stays as written. */
  private String target(String word) {
    if (word.indexOf('$') < 0) {
      return word;
    }
    Expansion expansion = scope.expandRequired(word, site);
    return expansion.known() ? expansion.text() : word;
  }

  private Expr.Operand operand(Expr.Operand operand) {
    return switch (operand) {
      case Expr.Symbol(String name) when name.indexOf('$') >= 0 -> expanded(name, false);
      case Expr.Text(String text) when text.indexOf('$') >= 0 -> expanded(text, true);
      case Expr.Symbol symbol -> symbol;
      case Expr.Text text -> text;
      case Expr.Const constant -> constant;
      case Expr.Unknown unknown -> unknown;
    };
  }

  private Expr.Operand expanded(String text, boolean quoted) {
    Expansion expansion =
        quoted ? scope.expand(text, true, site) : scope.expandRequired(text, site);
    return expansion.known() ? Expr.operand(expansion.text(), quoted) : Expr.UNKNOWN;
  }
}
