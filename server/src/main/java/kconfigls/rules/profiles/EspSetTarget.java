package kconfigls.rules.profiles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
import kconfigls.outline.Numbers;
import kconfigls.outline.Prop;
import kconfigls.outline.Reference.Role;
import kconfigls.outline.SymbolType;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.References;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reports {@code set} of a symbol that is not defined, to a value that it cannot have, or to two
 * values at once.
 */
public final class EspSetTarget implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "esp-set-target",
              Severity.WARNING,
              "`set` of an undefined symbol, or to a value that it cannot have")
          .only("esp-idf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (References.Undefined undefined :
        References.undefined(projects, role -> role == Role.SET)) {
      if (undefined.onlyWhere().isEmpty()) {
        String message = "`" + undefined.name() + "` is not defined: nothing is set";
        sink.report(Draft.of(undefined.place(), message).about(undefined.name()));
      }
    }
    PerEntry.always(projects, (model, node) -> draft(projects, model, node))
        .values()
        .forEach(sink::report);
  }

  private static @Nullable Draft draft(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    Map<String, Prop.SetValue> always = new HashMap<>();
    for (Prop prop : node.props()) {
      if (!(prop instanceof Prop.SetValue set)) {
        continue;
      }
      Optional<SymbolType> type =
          Optional.ofNullable(model.symbol(set.target())).flatMap(Symbol::type);
      if (type.isPresent() && !fits(set.value(), type.get())) {
        String message =
            "`"
                + ExprPrinter.print(set.value())
                + "` is no value of `"
                + set.target()
                + "`, which is of type "
                + type.get().keyword();
        return Draft.of(projects.semantics().property(node, set), message).about(set.target());
      }
      if (set.condition() == null && !set.isDefault() && isLiteral(set.value())) {
        Prop.SetValue earlier = always.putIfAbsent(set.target(), set);
        if (earlier != null && !earlier.value().equals(set.value())) {
          return twice(projects, node, earlier, set);
        }
      }
    }
    return null;
  }

  private static Draft twice(
      CheckedProjects projects, MenuNode node, Prop.SetValue earlier, Prop.SetValue set) {
    String message =
        "`"
            + set.target()
            + "` is set to `"
            + ExprPrinter.print(earlier.value())
            + "` already: it cannot have both values";
    return Draft.of(projects.semantics().property(node, set), message)
        .about(set.target())
        .see(List.of(new Related(projects.semantics().property(node, earlier), "the other value")));
  }

  /** Whether a value may suit a type; true for what is not known. */
  private static boolean fits(Expr.Operand value, SymbolType type) {
    String literal =
        switch (value) {
          case Expr.Text text -> text.text();
          case Expr.Symbol word when Numbers.isNumber(word.name()) -> word.name();
          case Expr.Symbol symbol -> null;
          case Expr.Const constant -> "y";
          case Expr.Unknown unknown -> null;
        };
    if (literal == null || literal.indexOf('$') >= 0) {
      return true;
    }
    boolean isHex = literal.contains("x") || literal.contains("X");
    return switch (type) {
      case BOOL -> value instanceof Expr.Const;
      case INT -> Numbers.isNumber(literal) && !isHex;
      case HEX -> Numbers.isNumber(literal) || Numbers.isNumber("0x" + literal);
      case TRISTATE, STRING, FLOAT -> true;
    };
  }

  private static boolean isLiteral(Expr.Operand value) {
    return switch (value) {
      case Expr.Text text -> text.text().indexOf('$') < 0;
      case Expr.Symbol word -> Numbers.isNumber(word.name());
      case Expr.Const constant -> true;
      case Expr.Unknown unknown -> false;
    };
  }
}
