package kconfigls.rules;

import kconfigls.expr.Expr;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/**
 * A property of a statement that may have a condition.
 *
 * @param condition as proofs need it; y for none
 */
public record Conditional(Prop prop, Expr condition) {
  /** What stands behind a property's {@code if}; null for none. */
  public static @Nullable Expr condition(Prop prop) {
    return switch (prop) {
      case Prop.Prompt prompt -> prompt.condition();
      case Prop.Default def -> def.condition();
      case Prop.Select select -> select.condition();
      case Prop.Range range -> range.condition();
      case Prop.SetValue set -> set.condition();
      case Prop.Type type -> null;
      case Prop.Depends depends -> null;
      case Prop.Visible visible -> null;
      case Prop.Option option -> null;
      case Prop.Flag flag -> null;
      case Prop.Help help -> null;
    };
  }
}
