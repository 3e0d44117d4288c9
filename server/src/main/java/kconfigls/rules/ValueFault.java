package kconfigls.rules;

import kconfigls.analysis.Place;
import kconfigls.expr.Expr;
import kconfigls.outline.Item;
import kconfigls.outline.SymbolType;

/**
 * A default or a bound of a range, one word or string, that is no value of its symbol.
 *
 * @param type of the symbol
 * @param place of the word or string
 */
public record ValueFault(
    Reason reason,
    WrittenFile file,
    Item.Entry entry,
    SymbolType type,
    Expr.Operand value,
    Place place) {
  /** Why it is none; each is told by one rule. */
  public enum Reason {
    /** {@code true}, {@code "yes"} or {@code 1} for a bool: bool-default-literal. */
    LITERAL_OF_ANOTHER_LANGUAGE,
    /** The name of a symbol in quotes for a bool: quoted-symbol. */
    QUOTED_SYMBOL,
    /** A number or text for a bool, no number for a number: default-type-mismatch. */
    WRONG_CONSTANT,
    /** A symbol of another type for a number: default-type-mismatch. */
    WRONG_SYMBOL,
    /** A word without quotes for a string: string-default-unquoted. */
    UNQUOTED_TEXT,
    /** A bound that is no number of the type: range-bound-invalid. */
    INVALID_BOUND,
    /** A bound that is a symbol of another type: range-bound-invalid. */
    WRONG_BOUND_SYMBOL,
    /** A number that 64 bits cannot hold: number-out-of-bounds. */
    TOO_LARGE
  }

  /** The word or the text between the quotes. */
  public String text() {
    return value.text();
  }
}
