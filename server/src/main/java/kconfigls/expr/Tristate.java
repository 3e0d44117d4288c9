package kconfigls.expr;

/** The values of bool and tristate symbols, in their order: the language page, B.4. */
public enum Tristate {
  N,
  M,
  Y;

  public Tristate not() {
    return values()[2 - ordinal()];
  }

  public Tristate and(Tristate other) {
    return ordinal() <= other.ordinal() ? this : other;
  }

  public Tristate or(Tristate other) {
    return ordinal() >= other.ordinal() ? this : other;
  }

  /** {@code y}, {@code m} or {@code n}. */
  public String text() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
