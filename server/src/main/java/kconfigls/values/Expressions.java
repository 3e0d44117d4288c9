package kconfigls.values;

import java.util.Optional;
import java.util.OptionalDouble;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.expr.Tristate;
import kconfigls.outline.CNumbers;
import kconfigls.outline.PythonNumbers;
import kconfigls.outline.SymbolType;
import org.jspecify.annotations.Nullable;

/** Values of expressions: the language page, B.4 and B.5, and expr_calc_value in expr.c. */
final class Expressions {
  private final SymbolValues values;
  private final boolean python;
  private final boolean tristatesAsText;
  private final boolean floats;
  private final Optional<SymbolType> constantType;

  Expressions(SymbolValues values, Dialect dialect) {
    this.values = values;
    this.python = dialect.has(Feature.PYTHON_NUMBERS);
    this.floats = python && dialect.has(Feature.FLOAT);
    this.constantType =
        dialect.has(Feature.CONSTANTS_COMPARED_AS_TEXT)
            ? Optional.empty()
            : Optional.of(SymbolType.TRISTATE);
    this.tristatesAsText = dialect.has(Feature.TRISTATES_COMPARED_AS_TEXT);
  }

  /** The value of a condition, in which a bare {@code m} means "m, if there are modules". */
  int condition(@Nullable Expr expr) {
    return expr == null ? Tri.Y : value(expr, true);
  }

  /** The value of a default, where {@code m} is m. */
  int value(Expr expr) {
    return value(expr, false);
  }

  private int value(Expr expr, boolean condition) {
    return switch (expr) {
      case Expr.Const constant ->
          constant.value() == Tristate.M && condition
              ? Tri.and(Tri.M, values.modules())
              : constant.value().ordinal();
      case Expr.Symbol symbol -> values.tri(symbol.name());
      case Expr.Text text -> Tri.N;
      case Expr.Unknown unknown -> Tri.UNKNOWN;
      case Expr.Not not -> Tri.not(value(not.operand(), condition));
      case Expr.And and -> {
        int result = Tri.Y;
        for (Expr part : and.parts()) {
          result = Tri.and(result, value(part, condition));
          if (result == Tri.N) {
            break;
          }
        }
        yield result;
      }
      case Expr.Or or -> {
        int result = Tri.N;
        for (Expr part : or.parts()) {
          result = Tri.or(result, value(part, condition));
          if (result == Tri.Y) {
            break;
          }
        }
        yield result;
      }
      case Expr.Compare compare -> compare(compare);
    };
  }

  private int compare(Expr.Compare compare) {
    Operand left = operand(compare.left());
    Operand right = operand(compare.right());
    int order = order(left, right);
    boolean holds = compare.op().holds(order);
    return (holds ? Tri.Y : Tri.N) | (left.known() && right.known() ? 0 : Tri.UNKNOWN);
  }

  /** One side of a comparison. */
  private record Operand(String text, Optional<SymbolType> type, boolean known) {
    static Operand untyped(String text, boolean known) {
      return new Operand(text, Optional.empty(), known);
    }

    boolean is(SymbolType which) {
      return type.orElse(null) == which;
    }
  }

  private CNumbers.Parsed number(Operand operand) {
    String text = operand.text();
    if (operand.type().isEmpty()) {
      return number(text, 0);
    }
    return switch (operand.type().get()) {
      case BOOL, TRISTATE -> {
        int tri = text.length() == 1 ? "nmy".indexOf(text) : -1;
        yield new CNumbers.Parsed(tri, tri >= 0 && !tristatesAsText);
      }
      case INT -> number(text, 10);
      case HEX -> number(text, 16);
      case STRING, FLOAT -> number(text, 0);
    };
  }

  private CNumbers.Parsed number(String text, int base) {
    return python ? PythonNumbers.parse(text, base) : CNumbers.parse(text, base, base == 16);
  }

  private Operand operand(Expr.Operand operand) {
    return switch (operand) {
      case Expr.Const constant -> new Operand(constant.value().text(), constantType, true);
      case Expr.Text text -> Operand.untyped(text.text(), true);
      case Expr.Unknown unknown -> Operand.untyped("", false);
      case Expr.Symbol(String name) -> {
        ValueSymbol symbol = values.computed(name);
        yield symbol == null || symbol.type.isEmpty()
            ? Operand.untyped(name, symbol != null || values.isKnown(name))
            : new Operand(values.shown(symbol), symbol.type, symbol.known);
      }
    };
  }

  /** An operand as a float, if it is one or a whole number. */
  private static OptionalDouble real(Operand operand, CNumbers.Parsed whole) {
    return whole.complete()
        ? OptionalDouble.of(whole.value())
        : PythonNumbers.parseFloat(operand.text());
  }

  private int order(Operand left, Operand right) {
    if (!left.is(SymbolType.STRING) || !right.is(SymbolType.STRING)) {
      CNumbers.Parsed a = number(left);
      CNumbers.Parsed b = number(right);
      if (a.complete() && b.complete()) {
        boolean unsigned = !python && (left.is(SymbolType.HEX) || right.is(SymbolType.HEX));
        return unsigned
            ? Long.compareUnsigned(a.value(), b.value())
            : Long.compare(a.value(), b.value());
      }
      OptionalDouble x = floats ? real(left, a) : OptionalDouble.empty();
      OptionalDouble y = floats ? real(right, b) : OptionalDouble.empty();
      if (x.isPresent() && y.isPresent()) {
        return (int) Math.signum(x.getAsDouble() - y.getAsDouble());
      }
    }
    return left.text().compareTo(right.text());
  }
}
