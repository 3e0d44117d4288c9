package kconfigls.values;

import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.outline.CNumbers;
import kconfigls.outline.PythonNumbers;
import kconfigls.outline.SymbolType;
import kconfigls.values.Value.Origin;
import org.jspecify.annotations.Nullable;

/** The values of int, hex, float and string symbols: the language page, C.5. */
final class TextValues {
  private final SymbolValues values;
  private final Conditions conditions;
  private final Dialect dialect;

  TextValues(SymbolValues values, Conditions conditions, Dialect dialect) {
    this.values = values;
    this.conditions = conditions;
    this.dialect = dialect;
  }

  void compute(ValueSymbol s) {
    text(s);
    clamp(s);
  }

  /** ESP-IDF's {@code set} beats what the user says, {@code set default} beats the defaults. */
  private boolean isSet(ValueSymbol s, boolean asDefault) {
    for (ValueSymbol.Setting setting : s.settings) {
      int condition = setting.isDefault() == asDefault ? conditions.of(s, setting) : Tri.N;
      s.known &= Tri.isKnown(condition);
      if (Tri.value(condition) != Tri.N) {
        return set(s, setting.value(), asDefault);
      }
    }
    return false;
  }

  /** A number takes no symbol's value, and the defaults follow a {@code set default} of nothing. */
  private boolean set(ValueSymbol s, Expr.Operand value, boolean asDefault) {
    String text = s.isNumber() ? value.text() : textOf(value);
    if (s.isNumber() && s.type.filter(t -> PythonNumbers.isValid(t, text)).isEmpty()) {
      return false;
    }
    s.written = true;
    s.known &= isKnown(value);
    s.text = s.isFloat() ? PythonNumbers.normalized(text) : text;
    if (asDefault && text.isEmpty()) {
      return false;
    }
    s.origin = asDefault ? Origin.IMPLIED : Origin.SELECTED;
    return true;
  }

  private void text(ValueSymbol s) {
    if (isSet(s, false)) {
      return;
    }
    if (Tri.value(s.visible) != Tri.N && s.hasUserValue && !isIgnored(s)) {
      s.text = s.userText;
      s.origin = Origin.USER;
      s.known &= Tri.isKnown(s.visible);
      return;
    }
    s.known &= !s.hasUserValue || Tri.isKnown(s.visible);
    if (isSet(s, true)) {
      return;
    }
    for (ValueSymbol.Property property : s.defaults) {
      int condition = conditions.ofDefault(s, property);
      s.known &= Tri.isKnown(condition);
      if (Tri.value(condition) != Tri.N && property.value() != null) {
        textDefault(s, property.value());
        return;
      }
    }
  }

  private boolean isIgnored(ValueSymbol s) {
    return s.isNumber() && dialect.has(Feature.OUT_OF_RANGE_IGNORED) && !isWithinRange(s);
  }

  private void textDefault(ValueSymbol s, Expr value) {
    if (!(value instanceof Expr.Operand operand)) {
      return; // the program takes a single symbol only
    }
    s.written = true;
    s.origin = s.isNeverWritten ? Origin.ENVIRONMENT : Origin.DEFAULT;
    s.text = s.isFloat() ? PythonNumbers.normalized(textOf(operand)) : textOf(operand);
    s.known &= isKnown(operand);
  }

  private String textOf(Expr.Operand operand) {
    return switch (operand) {
      case Expr.Const constant -> constant.value().text();
      case Expr.Text text -> text.text();
      case Expr.Unknown unknown -> "";
      case Expr.Symbol(String name) -> {
        ValueSymbol symbol = values.computed(name);
        yield symbol == null ? name : textOf(symbol);
      }
    };
  }

  private String textOf(ValueSymbol symbol) {
    boolean logic = symbol.isLogic();
    return logic && !dialect.has(Feature.BOOLS_AS_TEXT) ? "n" : values.shown(symbol);
  }

  private boolean isKnown(Expr.Operand operand) {
    return switch (operand) {
      case Expr.Unknown unknown -> false;
      case Expr.Symbol(String name) -> {
        ValueSymbol symbol = values.computed(name);
        yield symbol == null ? values.isKnown(name) : symbol.known;
      }
      case Expr.Const constant -> true;
      case Expr.Text text -> true;
    };
  }

  /** The first range that applies; null for none. */
  private ValueSymbol.@Nullable Range range(ValueSymbol s) {
    for (ValueSymbol.Range range : s.ranges) {
      int condition = conditions.of(range.node(), range.condition());
      s.known &= Tri.isKnown(condition);
      if (Tri.value(condition) != Tri.N) {
        return range;
      }
    }
    return null;
  }

  private static int base(@Nullable ValueSymbol symbol, int otherwise) {
    if (symbol == null || !symbol.isNumber()) {
      return otherwise;
    }
    return symbol.is(SymbolType.HEX) ? 16 : 10;
  }

  /** The number of a bound; the C program reads it by the type of the symbol that it names. */
  private long bound(Expr.Operand operand, int base) {
    boolean typed = !dialect.has(Feature.PYTHON_NUMBERS);
    ValueSymbol named =
        typed && operand instanceof Expr.Symbol(String name) ? values.computed(name) : null;
    return number(textOf(operand), base(named, base));
  }

  private long number(String text, int base) {
    return dialect.has(Feature.PYTHON_NUMBERS)
        ? PythonNumbers.parse(text, base).value()
        : CNumbers.leading(text, base);
  }

  private void clamp(ValueSymbol s) {
    ValueSymbol.Range range = s.isNumber() ? range(s) : null;
    if (range == null) {
      return;
    }
    s.known &= isKnown(range.low()) && isKnown(range.high());
    if (s.isFloat()) {
      clampFloat(s, range);
      return;
    }
    int base = base(s, 10);
    long value = number(s.text, base);
    if (value < bound(range.low(), base)) {
      s.text = boundText(range.low(), base);
    } else if (value > bound(range.high(), base)) {
      s.text = boundText(range.high(), base);
    }
  }

  private void clampFloat(ValueSymbol s, ValueSymbol.Range range) {
    double value = real(s.text);
    double low = real(textOf(range.low()));
    double high = real(textOf(range.high()));
    if (value < low) {
      s.text = PythonNumbers.print(low);
    } else if (value > high) {
      s.text = PythonNumbers.print(high);
    }
  }

  /** The number that a text is, else 0. */
  private static double real(String text) {
    return PythonNumbers.parseFloat(text).orElse(0);
  }

  private String boundText(Expr.Operand bound, int base) {
    return dialect.has(Feature.BOUND_AS_NUMBER)
        ? CNumbers.print(bound(bound, base), base == 16)
        : textOf(bound);
  }

  /** Whether the user's value is within the range that applies. */
  boolean isWithinRange(ValueSymbol s) {
    ValueSymbol.Range range = range(s);
    if (range == null) {
      return true;
    }
    if (s.isFloat()) {
      double value = real(s.userText);
      return value >= real(textOf(range.low())) && value <= real(textOf(range.high()));
    }
    int base = base(s, 10);
    long value = number(s.userText, base);
    return value >= bound(range.low(), base) && value <= bound(range.high(), base);
  }
}
