package kconfigls.rules;

import java.util.Locale;
import java.util.Optional;

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

  static SymbolKind of(Optional<String> type) {
    return switch (type.orElse("")) {
      case "bool" -> BOOL;
      case "tristate" -> TRISTATE;
      case "int" -> INT;
      case "hex" -> HEX;
      case "string" -> STRING;
      case "float" -> FLOAT;
      default -> UNKNOWN;
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

  /** The keyword of the type. */
  public String type() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type with its article, as in "an int". */
  public String withArticle() {
    return (this == INT ? "an " : "a ") + type();
  }
}
