package kconfigls.rules.types;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.outline.Numbers;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.LogicParts;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.QuotedNames;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.SymbolTypes;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Term;
import org.jspecify.annotations.Nullable;

/** Reports comparisons of a symbol with what can be no value of it. */
public final class ComparisonTypeMismatch implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "comparison-type-mismatch",
          Severity.WARNING,
          "a comparison with what is no value of the symbol's type");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /**
   * A comparison whose sides do not fit.
   *
   * @param instead the right constant for {@code wrong}; null where nothing suggests itself
   */
  private record Fault(
      String symbol, String message, Expr.Operand wrong, @Nullable String instead) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (LogicParts.Found<Fault> found : LogicParts.find(projects, ComparisonTypeMismatch::fault)) {
      Fault fault = found.fault();
      Draft draft = Draft.of(found.place(), fault.message()).about(fault.symbol());
      sink.report(draft.fix(() -> fixes(found)));
    }
  }

  private static @Nullable Fault fault(SymbolTypes types, Expr part) {
    // a quoted symbol is told by its own rule
    if (!(part instanceof Expr.Compare compare) || QuotedNames.in(types, compare).isPresent()) {
      return null;
    }
    Fault fault = fault(types, compare.left(), compare.op(), compare.right());
    return fault == null ? fault(types, compare.right(), compare.op(), compare.left()) : fault;
  }

  private static @Nullable Fault fault(
      SymbolTypes types, Expr.Operand side, Comparison op, Expr.Operand other) {
    if (!(side instanceof Expr.Symbol(String name)) || isNumber(types, name)) {
      return null;
    }
    SymbolType type = types.of(name).orElse(null);
    return switch (type) {
      case BOOL, TRISTATE -> logical(types, name, type, op, other);
      case INT, HEX -> number(name, type, other);
      case STRING -> op.isEquality() ? null : order(types, name, other);
      case FLOAT -> null;
      case null -> null;
    };
  }

  private static boolean isNumber(SymbolTypes types, String word) {
    return Numbers.isNumber(word) && !types.isDefined(word);
  }

  /** n, m and y count as 0, 1 and 2 beside a number, except for old programs. */
  private static @Nullable Fault logical(
      SymbolTypes types, String name, SymbolType type, Comparison op, Expr.Operand other) {
    boolean counted = !types.has(Feature.TRISTATES_COMPARED_AS_TEXT);
    return switch (other) {
      case Expr.Const constant -> null;
      case Expr.Unknown unknown -> null;
      case Expr.Text(String text) when counted && Numbers.isNumber(text) ->
          counted(name, type, op, other, text);
      case Expr.Text text -> logicalConstant(name, type, other, text.text());
      case Expr.Symbol(String word) when isNumber(types, word) ->
          counted ? counted(name, type, op, other, word) : logicalConstant(name, type, other, word);
      case Expr.Symbol(String word) when counted -> null;
      case Expr.Symbol(String word) -> {
        SymbolType named = types.of(word).orElse(null);
        yield named == null || named.isLogic() ? null : apart(name, type, word, named, other);
      }
    };
  }

  private static Fault apart(
      String name, SymbolType type, String word, SymbolType named, Expr.Operand other) {
    String message =
        "`"
            + name
            + "` is "
            + type.withArticle()
            + ", but `"
            + word
            + "` is "
            + named.withArticle()
            + ": they have no value in common";
    return new Fault(name, message, other, null);
  }

  private static @Nullable Fault counted(
      String name, SymbolType type, Comparison op, Expr.Operand other, String number) {
    boolean isTristate = type == SymbolType.TRISTATE;
    boolean isValue = number.matches(isTristate ? "(0[xX])?0*[012]" : "(0[xX])?0*[02]");
    String counting = isTristate ? "n, m and y count as 0, 1 and 2" : "n and y count as 0 and 2";
    return op.isEquality() && !isValue
        ? new Fault(name, noValue(name, type, other) + counting, other, word(number))
        : null;
  }

  private static Fault logicalConstant(
      String name, SymbolType type, Expr.Operand other, String text) {
    String message = noValue(name, type, other) + "compare it with y or n";
    return new Fault(name, message, other, word(text));
  }

  private static String noValue(String name, SymbolType type, Expr.Operand other) {
    return "`"
        + name
        + "` is "
        + type.withArticle()
        + ", of which `"
        + ExprPrinter.print(other)
        + "` is no value: ";
  }

  /** The constant that a word of another language stands for. */
  private static @Nullable String word(String text) {
    return switch (text) {
      case "1", "yes", "Y", "true" -> "y";
      case "0", "no", "N", "false" -> "n";
      default -> null;
    };
  }

  private static @Nullable Fault number(String name, SymbolType type, Expr.Operand other) {
    return switch (other) {
      case Expr.Const constant -> numberConstant(name, type, other, null);
      // an int without a value is empty in older programs
      case Expr.Text(String text) when !text.isEmpty() && !Numbers.isNumber(text) ->
          numberConstant(name, type, other, withPrefix(type, text).orElse(null));
      default -> null;
    };
  }

  private static Fault numberConstant(
      String name, SymbolType type, Expr.Operand other, @Nullable String instead) {
    String missing = instead == null ? "" : " without 0x";
    String message =
        "`"
            + name
            + "` is "
            + type.withArticle()
            + ", and `"
            + ExprPrinter.print(other)
            + "` is no number"
            + missing
            + ": they are compared as text";
    return new Fault(name, message, other, instead);
  }

  private static Optional<String> withPrefix(SymbolType type, String text) {
    return type == SymbolType.HEX && text.matches("[0-9a-fA-F]+")
        ? Optional.of("0x" + text)
        : Optional.empty();
  }

  /** Strings that hold numbers may well be compared with numbers. */
  private static @Nullable Fault order(SymbolTypes types, String name, Expr.Operand other) {
    boolean text =
        switch (other) {
          case Expr.Text(String value) -> !Numbers.isNumber(value);
          case Expr.Const constant -> true;
          case Expr.Symbol(String word) ->
              !isNumber(types, word) && types.is(word, SymbolType.STRING);
          case Expr.Unknown unknown -> false;
        };
    String message =
        "`" + name + "` is a string: the order of text is that of its characters, 10 before 9";
    return text ? new Fault(name, message, other, null) : null;
  }

  private static List<Fix> fixes(LogicParts.Found<Fault> found) {
    Fault fault = found.fault();
    String instead = fault.instead();
    if (instead == null || !(found.node() instanceof ExprNode.Compare compare)) {
      return List.of();
    }
    boolean left = is(compare.left(), fault.wrong());
    Place place = found.file().place((left ? compare.left() : compare.right()).range());
    return List.of(Fix.unsafe("Replace by `" + instead + "`", new Fix.Edit(place, instead)));
  }

  private static boolean is(Term term, Expr.Operand operand) {
    return Expr.operand(term.text(), term.isQuoted()).equals(operand);
  }
}
