package kconfigls.rules;

import java.util.Locale;
import java.util.Optional;
import kconfigls.outline.SymbolType;

/** What kind of value a symbol has in all projects that include a file. */
public enum SymbolKind {
  /** None of them defines it. */
  UNDEFINED,
  /** It has no type, or several, or something that might define it is not known. */
  UNKNOWN,
  BOOL,
  TRISTATE,
  INT,
  HEX,
  STRING,
  FLOAT;

  static SymbolKind of(Optional<SymbolType> type) {
    return type.map(SymbolKind::of).orElse(UNKNOWN);
  }

  private static SymbolKind of(SymbolType type) {
    return switch (type) {
      case BOOL -> BOOL;
      case TRISTATE -> TRISTATE;
      case INT -> INT;
      case HEX -> HEX;
      case STRING -> STRING;
      case FLOAT -> FLOAT;
    };
  }

  /** Whether its values are y and n, and m perhaps. */
  public boolean isLogical() {
    return this == BOOL || this == TRISTATE;
  }

  public boolean isNumber() {
    return this == INT || this == HEX;
  }

  /** Whether its values are numbers or text. */
  public boolean isNotLogical() {
    return isNumber() || this == STRING || this == FLOAT;
  }

  /** The type, of a symbol that has one. */
  public SymbolType type() {
    return SymbolType.valueOf(name());
  }

  /** The type with its article, as in "an int". */
  public String withArticle() {
    return (this == INT ? "an " : "a ") + name().toLowerCase(Locale.ROOT);
  }
}
