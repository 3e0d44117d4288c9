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
      SymbolKind kind = file.kind(entry);
      Reason reason = isLiteral(value) ? ofDefault(file.kinds(), kind, value) : null;
      if (reason != null) {
        report(reason, file, entry, def, value);
      }
      noteNumber(file, kind, def, value);
    } else if (prop instanceof Prop.Range range) {
      bound(file, entry, range, range.low());
      bound(file, entry, range, range.high());
    }
  }

  private void bound(WrittenFile file, Item.Entry entry, Prop.Range range, Expr.Operand bound) {
    SymbolKind kind = file.kind(entry);
    Reason reason = isNumber(kind) && isLiteral(bound) ? ofBound(file.kinds(), kind, bound) : null;
    if (reason != null) {
      report(reason, file, entry, range, bound);
    }
    noteNumber(file, kind, range, bound);
  }

  private void noteNumber(WrittenFile file, SymbolKind kind, Prop prop, Expr.Operand value) {
    if (kind == SymbolKind.HEX
        && value instanceof Expr.Symbol(String word)
        && Character.digit(word.charAt(0), 10) >= 0
        && !Numbers.isLiteral(word)
        && Numerals.isValid(file.kinds().dialect(), kind.type(), word)) {
      numberWords.add(place(file, prop, value));
    }
  }

  private static boolean isNumber(SymbolKind kind) {
    return kind.isNumber() || kind == SymbolKind.FLOAT;
  }

  private static boolean isLiteral(Expr.Operand operand) {
    return !(operand instanceof Expr.Unknown) && !WrittenFile.isMacro(operand.text());
  }

  private static @Nullable Reason ofDefault(
      SymbolKinds kinds, SymbolKind kind, Expr.Operand value) {
    return switch (kind) {
      case BOOL, TRISTATE -> ofLogical(kinds, value);
      case INT, HEX, FLOAT ->
          ofNumber(kinds, kind, value, Reason.WRONG_CONSTANT, Reason.WRONG_SYMBOL);
      case STRING ->
          value instanceof Expr.Symbol(String name) && isPlainText(kinds, name)
              ? Reason.UNQUOTED_TEXT
              : null;
      case UNKNOWN, UNDEFINED -> null;
    };
  }

  private static @Nullable Reason ofLogical(SymbolKinds kinds, Expr.Operand value) {
    String text = value.text();
    boolean quoted = value instanceof Expr.Text;
    if (value instanceof Expr.Const) {
      return null;
    }
    if (kinds.isDefined(text)) {
      return quoted ? Reason.QUOTED_SYMBOL : null;
    }
    if (!quoted && !Numbers.isNumber(text) && kinds.mayBeDefined(text)) {
      return null;
    }
    boolean literal = LITERALS.contains(quoted ? text.toLowerCase(Locale.ROOT) : text);
    if (literal || (quoted && text.length() == 1 && "YNM".contains(text))) {
      return Reason.LITERAL_OF_ANOTHER_LANGUAGE;
    }
    return quoted || Numbers.isNumber(text) ? Reason.WRONG_CONSTANT : null;
  }

  private static @Nullable Reason ofBound(SymbolKinds kinds, SymbolKind kind, Expr.Operand bound) {
    return ofNumber(kinds, kind, bound, Reason.INVALID_BOUND, Reason.WRONG_BOUND_SYMBOL);
  }

  private static @Nullable Reason ofNumber(
      SymbolKinds kinds, SymbolKind kind, Expr.Operand value, Reason noNumber, Reason wrongSymbol) {
    String text = value.text();
    if (value instanceof Expr.Symbol && kinds.isDefined(text)) {
      SymbolKind named = kinds.of(text);
      boolean strict = kinds.has(Feature.PYTHON_NUMBERS);
      boolean right = named == SymbolKind.UNKNOWN || (strict ? named == kind : named.isNumber());
      return right ? null : wrongSymbol;
    }
    if (Numerals.isValid(kinds.dialect(), kind.type(), text)) {
      if (kind == SymbolKind.FLOAT) {
        return null;
      }
      Optional<BigInteger> number = Numerals.value(kinds.dialect(), kind.type(), text);
      boolean fits = number.filter(n -> Numerals.fits(kind.type(), n)).isPresent();
      return fits ? null : Reason.TOO_LARGE;
    }
    boolean certain = !(value instanceof Expr.Symbol) || isPlainText(kinds, text);
    return certain ? noNumber : null;
  }

  /**
   * Whether a word is meant as text: a number, or an undefined name that no symbol would have. What
   * looks like a symbol is told by undefined-symbol.
   */
  private static boolean isPlainText(SymbolKinds kinds, String word) {
    return Numbers.isLiteral(word)
        || (kinds.of(word) == SymbolKind.UNDEFINED && !looksLikeSymbol(word));
  }

  /** As Python's {@code isupper}, which Kconfiglib asks. */
  private static boolean looksLikeSymbol(String word) {
    return word.equals(word.toUpperCase(Locale.ROOT))
        && !word.equals(word.toLowerCase(Locale.ROOT));
  }

  private void report(
      Reason reason, WrittenFile file, Item.Entry entry, Prop prop, Expr.Operand value) {
    Place place = place(file, prop, value);
    faults.add(new ValueFault(reason, file, entry, file.kind(entry), value, place));
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
