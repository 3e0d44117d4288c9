package kconfigls.outline;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The types of symbols. */
public enum SymbolType {
  BOOL,
  TRISTATE,
  INT,
  HEX,
  STRING,
  FLOAT;

  private static final Map<String, SymbolType> BY_KEYWORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(SymbolType::keyword, Function.identity()));

  /**
   * The type that a keyword gives, an old {@code boolean} that of a bool; empty for other words.
   */
  public static Optional<SymbolType> find(String keyword) {
    return keyword.equals("boolean")
        ? Optional.of(BOOL)
        : Optional.ofNullable(BY_KEYWORD.get(keyword));
  }

  /** The type that a keyword gives which the parser took for one; any other word is an error. */
  public static SymbolType of(String keyword) {
    return find(keyword).orElseThrow(() -> new IllegalArgumentException("no type: " + keyword));
  }

  /** A type for people and for programs: its keyword, or {@code unknown} for none. */
  public static String text(Optional<SymbolType> type) {
    return type.map(SymbolType::keyword).orElse("unknown");
  }

  /** The keyword that gives it. */
  public String keyword() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The keyword with its article, as in "an int". */
  public String withArticle() {
    return (this == INT ? "an " : "a ") + keyword();
  }

  /** Whether its values are y and n, and m perhaps. */
  public boolean isLogic() {
    return this == BOOL || this == TRISTATE;
  }

  /** Whether its values are whole numbers. */
  public boolean isNumber() {
    return this == INT || this == HEX;
  }
}
