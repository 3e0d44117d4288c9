package kconfigls.values;

import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.outline.CNumbers;
import kconfigls.outline.PythonNumbers;
import kconfigls.outline.SymbolType;
import kconfigls.values.ConfigProblem.Kind;
import kconfigls.values.DotConfig.Assignment;

/** Takes the values of configuration files as a dialect's program does: the language page, C.7. */
final class WishReader {
  private final String prefix;
  private final boolean raw;
  private final boolean python;

  WishReader(Dialect dialect) {
    this.prefix = dialect.prefix();
    this.raw = dialect.has(Feature.RAW_STRINGS);
    this.python = dialect.has(Feature.PYTHON_CONFIGS);
  }

  Wish read(ValueSymbol symbol, Assignment assignment) {
    String value = assignment.value();
    if (symbol.type.isEmpty()) {
      return new Wish.None();
    }
    SymbolType type = symbol.type.get();
    return switch (type) {
      case BOOL, TRISTATE -> logic(symbol, value);
      case STRING -> assignment.isNotSet() ? notSet(symbol) : string(symbol, value);
      case INT, HEX, FLOAT -> assignment.isNotSet() ? notSet(symbol) : number(symbol, type, value);
    };
  }

  private Wish logic(ValueSymbol symbol, String value) {
    int tri = value.isEmpty() ? -1 : "nmy".indexOf(value.charAt(0));
    return tri < 0 || (tri == Tri.M && symbol.is(SymbolType.BOOL))
        ? invalid(symbol, value)
        : new Wish.Logic(tri);
  }

  private Wish number(ValueSymbol symbol, SymbolType type, String value) {
    boolean valid = python ? PythonNumbers.isValid(type, value) : CNumbers.isValid(type, value);
    String text = symbol.isFloat() ? PythonNumbers.normalized(value) : value;
    return valid ? new Wish.Text(text, "") : invalid(symbol, value);
  }

  private Wish invalid(ValueSymbol symbol, String value) {
    String why = "'" + Shown.text(value) + "' is no value for " + shown(symbol);
    return new Wish.Refused(Kind.INVALID_VALUE, why);
  }

  private Wish notSet(ValueSymbol symbol) {
    String why = shown(symbol) + " cannot be 'not set'";
    return new Wish.Refused(Kind.NOT_SET_ON_NON_BOOL, why);
  }

  private String shown(ValueSymbol symbol) {
    return prefix + symbol.name + " (" + SymbolType.text(symbol.type) + ")";
  }

  private Wish string(ValueSymbol symbol, String value) {
    String name = shown(symbol);
    if (!value.startsWith("\"")) {
      String why = "the value of " + name + " has no quotes";
      return new Wish.Refused(Kind.STRING_QUOTES, why);
    }
    int end = raw ? lastQuote(value) : closingQuote(value);
    if (end < 0) {
      String why = "the value of " + name + " does not end in a quote";
      return new Wish.Refused(Kind.STRING_QUOTES, why);
    }
    String text = raw ? value.substring(Math.min(1, end), end) : unescaped(value, end);
    String remark =
        end + 1 < value.length()
            ? "what follows the closing quote is ignored: '"
                + Shown.text(value.substring(end + 1))
                + "'"
            : "";
    return new Wish.Text(text, remark);
  }

  /** U-Boot: the last character must be a quote; a single quote is both. */
  private static int lastQuote(String value) {
    return value.endsWith("\"") ? value.length() - 1 : -1;
  }

  private static int closingQuote(String value) {
    for (int i = 1; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"') {
        return i;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }

  private static String unescaped(String value, int end) {
    StringBuilder out = new StringBuilder(end);
    for (int i = 1; i < end; i++) {
      out.append(value.charAt(value.charAt(i) == '\\' ? ++i : i));
    }
    return out.toString();
  }
}
