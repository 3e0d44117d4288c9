package kconfigls.expr;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The operators of comparisons. */
public enum Comparison {
  EQUAL("="),
  UNEQUAL("!="),
  LESS("<"),
  LESS_EQUAL("<="),
  GREATER(">"),
  GREATER_EQUAL(">=");

  private static final Map<String, Comparison> BY_TEXT =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Comparison::text, Function.identity()));

  private final String text;

  Comparison(String text) {
    this.text = text;
  }

  /** The operator that is written so; empty for any other text. */
  public static Optional<Comparison> find(String text) {
    return Optional.ofNullable(BY_TEXT.get(text));
  }

  /** The operator of a comparison that the parser took; any other text is an error. */
  public static Comparison of(String text) {
    return find(text).orElseThrow(() -> new IllegalArgumentException("no operator: " + text));
  }

  /** The operator as written. */
  public String text() {
    return text;
  }

  /** The operator that holds just where this one does not. */
  public Comparison negated() {
    return switch (this) {
      case EQUAL -> UNEQUAL;
      case UNEQUAL -> EQUAL;
      case LESS -> GREATER_EQUAL;
      case LESS_EQUAL -> GREATER;
      case GREATER -> LESS_EQUAL;
      case GREATER_EQUAL -> LESS;
    };
  }

  /** Whether it asks for equality or its opposite, not for which side is less. */
  public boolean isEquality() {
    return this == EQUAL || this == UNEQUAL;
  }

  /**
   * Whether it holds between two sides.
   *
   * @param order negative, 0 or positive, as a comparator says of the left side and the right
   */
  public boolean holds(int order) {
    return switch (this) {
      case EQUAL -> order == 0;
      case UNEQUAL -> order != 0;
      case LESS -> order < 0;
      case LESS_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_EQUAL -> order >= 0;
    };
  }
}
