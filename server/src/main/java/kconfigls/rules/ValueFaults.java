package kconfigls.rules;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.outline.Item;
import kconfigls.outline.Numbers;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.rules.ValueFault.Reason;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.values.Numerals;
import org.jspecify.annotations.Nullable;

/** Finds the values that are none of their symbol's type: one pass for the rules that tell them. */
final class ValueFaults {
  private static final Set<String> LITERALS =
      Set.of("true", "false", "yes", "no", "on", "off", "1", "0");

  private final List<ValueFault> faults = new ArrayList<>();
  private final Set<Place> numberWords = new HashSet<>();

  /**
   * What a pass finds.
   *
   * @param numberWords the places of words that are hexadecimal digits and begin with a decimal one
   */
  record Found(List<ValueFault> faults, Set<Place> numberWords) {}

  private ValueFaults() {}

  static Found of(CheckedProjects projects) {
    ValueFaults run = new ValueFaults();
    WrittenFile.forEachProperty(projects, run::visit);
    return new Found(List.copyOf(run.faults), Set.copyOf(run.numberWords));
  }

  private void visit(WrittenFile file, Item.Entry entry, Prop prop) {
    if (prop instanceof Prop.Default def && def.value() instanceof Expr.Operand value) {
      check(file, entry, def, value);
    } else if (prop instanceof Prop.Range range) {
      check(file, entry, range, range.low());
      check(file, entry, range, range.high());
    }
  }

  private void check(WrittenFile file, Item.Entry entry, Prop prop, Expr.Operand value) {
    SymbolType type = isLiteral(value) ? file.type(entry).orElse(null) : null;
    if (type == null) {
      return;
    }
    Reason reason =
        prop instanceof Prop.Range
            ? ofBound(file.types(), type, value)
            : ofDefault(file.types(), type, value);
    if (reason != null) {
      faults.add(new ValueFault(reason, file, entry, type, value, place(file, prop, value)));
    }
    if (type == SymbolType.HEX && isHexWord(value)) {
      numberWords.add(place(file, prop, value));
    }
  }

  private static boolean isHexWord(Expr.Operand value) {
    return value instanceof Expr.Symbol(String word)
        && Character.digit(word.charAt(0), 10) >= 0
        && !Numbers.isLiteral(word)
        && word.chars().allMatch(c -> Character.digit(c, 16) >= 0);
  }

  private static boolean isLiteral(Expr.Operand operand) {
    return !(operand instanceof Expr.Unknown) && !WrittenFile.isMacro(operand.text());
  }

  private static @Nullable Reason ofDefault(
      SymbolTypes types, SymbolType type, Expr.Operand value) {
    return switch (type) {
      case BOOL, TRISTATE -> ofLogical(types, value);
      case INT, HEX, FLOAT ->
          ofNumber(types, type, value, Reason.WRONG_CONSTANT, Reason.WRONG_SYMBOL);
      case STRING ->
          value instanceof Expr.Symbol(String name) && isPlainText(types, name)
              ? Reason.UNQUOTED_TEXT
              : null;
    };
  }

  private static @Nullable Reason ofLogical(SymbolTypes types, Expr.Operand value) {
    String text = value.text();
    boolean quoted = value instanceof Expr.Text;
    if (value instanceof Expr.Const) {
      return null;
    }
    if (types.isDefined(text)) {
      return quoted ? Reason.QUOTED_SYMBOL : null;
    }
    if (!quoted && !Numbers.isNumber(text) && types.mayBeDefined(text)) {
      return null;
    }
    boolean literal = LITERALS.contains(quoted ? text.toLowerCase(Locale.ROOT) : text);
    if (literal || (quoted && text.length() == 1 && "YNM".contains(text))) {
      return Reason.LITERAL_OF_ANOTHER_LANGUAGE;
    }
    return quoted || Numbers.isNumber(text) ? Reason.WRONG_CONSTANT : null;
  }

  private static @Nullable Reason ofBound(SymbolTypes types, SymbolType type, Expr.Operand bound) {
    return type.isNumber() || type == SymbolType.FLOAT
        ? ofNumber(types, type, bound, Reason.INVALID_BOUND, Reason.WRONG_BOUND_SYMBOL)
        : null;
  }

  private static @Nullable Reason ofNumber(
      SymbolTypes types, SymbolType type, Expr.Operand value, Reason noNumber, Reason wrongSymbol) {
    String text = value.text();
    if (value instanceof Expr.Symbol && types.isDefined(text)) {
      boolean strict = types.has(Feature.PYTHON_NUMBERS);
      return types.of(text).map(named -> strict ? named == type : named.isNumber()).orElse(true)
          ? null
          : wrongSymbol;
    }
    if (Numerals.isValid(types.dialect(), type, text)) {
      if (type == SymbolType.FLOAT) {
        return null;
      }
      Optional<BigInteger> number = Numerals.value(types.dialect(), type, text);
      boolean fits = number.filter(n -> Numerals.fits(type, n)).isPresent();
      return fits ? null : Reason.TOO_LARGE;
    }
    boolean certain = !(value instanceof Expr.Symbol) || isPlainText(types, text);
    return certain ? noNumber : null;
  }

  /**
   * Whether a word is meant as text: a number, or an undefined name that no symbol would have. What
   * looks like a symbol is told by undefined-symbol.
   */
  private static boolean isPlainText(SymbolTypes types, String word) {
    return Numbers.isLiteral(word)
        || (!types.isDefined(word) && !types.mayBeDefined(word) && !looksLikeSymbol(word));
  }

  /** As Python's {@code isupper}, which Kconfiglib asks. */
  private static boolean looksLikeSymbol(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT))
        && !word.equals(word.toLowerCase(Locale.ROOT));
  }

  private static Place place(WrittenFile file, Prop prop, Expr.Operand value) {
    return file.attribute(prop)
        .map(line -> place(file, line, prop, value))
        .orElse(file.place(prop.key()));
  }

  private static Place place(WrittenFile file, Attribute attribute, Prop prop, Expr.Operand value) {
    return switch (attribute) {
      case Attribute.Default def -> {
        ExprNode node = def.value();
        while (node instanceof ExprNode.Paren paren) {
          node = paren.inner();
        }
        yield file.place(node.range());
      }
      case Attribute.Range range ->
          file.place(
              prop instanceof Prop.Range both && both.low() == value
                  ? range.low().range()
                  : range.high().range());
      default -> file.place(attribute.range());
    };
  }
}
