package kconfigls.rules.types;

import java.math.BigInteger;
import java.util.List;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.outline.Numbers;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.ValueFault;
import kconfigls.values.Numerals;

/** Reports defaults that are no value of their symbol's type. */
public final class DefaultTypeMismatch implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "types",
          "default-type-mismatch",
          Severity.WARNING,
          "a default that is no value of the symbol's type");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (ValueFault fault : projects.valueFaults()) {
      switch (fault.reason()) {
        case WRONG_CONSTANT -> sink.report(draft(fault, constant(fault)));
        case WRONG_SYMBOL -> sink.report(draft(fault, symbol(fault)));
        case LITERAL_OF_ANOTHER_LANGUAGE, QUOTED_SYMBOL, UNQUOTED_TEXT -> {}
        case INVALID_BOUND, WRONG_BOUND_SYMBOL, TOO_LARGE -> {}
      }
    }
  }

  private static Draft draft(ValueFault fault, String message) {
    return Draft.of(fault.place(), message).about(fault.entry().name()).fix(() -> fixes(fault));
  }

  private static String constant(ValueFault fault) {
    String value = "`" + ExprPrinter.print(fault.value()) + "`";
    return fault.type().isLogic()
        ? value + " is no value of " + fault.type().withArticle() + " and means n"
        : value + " is no value of " + fault.type().withArticle() + ", but is used all the same";
  }

  private static String symbol(ValueFault fault) {
    SymbolType named = fault.file().types().of(fault.text()).orElseThrow();
    return "`"
        + fault.text()
        + "` is "
        + named.withArticle()
        + ", no value of "
        + fault.type().withArticle();
  }

  private static List<Fix> fixes(ValueFault fault) {
    String text = fault.text();
    boolean quoted = fault.value() instanceof Expr.Text;
    if (quoted && fault.file().types().of(text).filter(SymbolType::isNumber).isPresent()) {
      return List.of(Fix.unsafe("Remove the quotes", new Fix.Edit(fault.place(), text)));
    }
    if (fault.type() == SymbolType.INT && !quoted && Numbers.isNumber(text)) {
      // octal or hexadecimal digits
      BigInteger value =
          Numerals.value(
                  fault.file().types().dialect(), SymbolType.HEX, text.replaceFirst("^-", ""))
              .filter(number -> text.contains("x") || text.contains("X"))
              .orElseGet(() -> new BigInteger(text.replaceFirst("^-?0[xX]", "")));
      String decimal = text.startsWith("-") ? value.abs().negate().toString() : value.toString();
      return List.of(
          Fix.unsafe("Replace by `" + decimal + "`", new Fix.Edit(fault.place(), decimal)));
    }
    return List.of();
  }
}
