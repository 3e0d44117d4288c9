package kconfigls.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** An expression of Kconfig. Conjunctions and disjunctions are flat and have two or more parts. */
public sealed interface Expr {
  /** The constants {@code y}, {@code m} and {@code n}, quoted or not. */
  record Const(Tristate value) implements Operand {}

  /** A bare word other than the constants: a symbol, or a number, or text without quotes. */
  record Symbol(String name) implements Operand {}

  /** Quoted text other than the constants. */
  record Text(String text) implements Operand {}

  /** A value that is not known, such as the result of a shell command that was not run. */
  record Unknown() implements Operand {}

  /** What can stand on either side of a comparison. */
  sealed interface Operand extends Expr {
    /** The word, or the text within the quotes; empty if it is not known. */
    default String text() {
      return switch (this) {
        case Const constant -> constant.value().text();
        case Symbol symbol -> symbol.name();
        case Text text -> text.text();
        case Unknown unknown -> "";
      };
    }
  }

  record Not(Expr operand) implements Expr {}

  record And(List<Expr> parts) implements Expr {}

  record Or(List<Expr> parts) implements Expr {}

  record Compare(Operand left, Comparison op, Operand right) implements Expr {}

  Const Y = new Const(Tristate.Y);
  Const M = new Const(Tristate.M);
  Const N = new Const(Tristate.N);
  Unknown UNKNOWN = new Unknown();

  /** The operand that a word or a string stands for. */
  static Operand operand(String text, boolean quoted) {
    return switch (text) {
      case "y" -> Y;
      case "m" -> M;
      case "n" -> N;
      default -> quoted ? new Text(text) : new Symbol(text);
    };
  }

  /** The conjunction of both; {@code y} adds nothing. */
  static Expr and(Expr left, Expr right) {
    return and(List.of(left, right));
  }

  /** The conjunction of expressions, in their order; {@code y} for none. */
  static Expr and(List<Expr> exprs) {
    List<Expr> parts = new ArrayList<>();
    Expr only = Y;
    int count = 0;
    for (Expr expr : exprs) {
      if (!expr.equals(Y)) {
        addParts(parts, expr);
        only = expr;
        count++;
      }
    }
    return count > 1 ? new And(List.copyOf(parts)) : only;
  }

  private static void addParts(List<Expr> parts, Expr expr) {
    if (expr instanceof And and) {
      parts.addAll(and.parts());
    } else {
      parts.add(expr);
    }
  }

  /** The disjunction of both. */
  static Expr or(Expr left, Expr right) {
    List<Expr> parts = new ArrayList<>();
    for (Expr part : List.of(left, right)) {
      if (part instanceof Or or) {
        parts.addAll(or.parts());
      } else {
        parts.add(part);
      }
    }
    return new Or(List.copyOf(parts));
  }

  /** That an expression is n, as y or n, where {@code !} would make m of m (expr_trans_compare). */
  static Expr isN(Expr expr) {
    return switch (expr) {
      case Operand operand -> new Compare(operand, Comparison.EQUAL, N);
      case Not not -> isNotN(not.operand());
      case And and -> new Or(and.parts().stream().map(Expr::isN).toList());
      case Or or -> new And(or.parts().stream().map(Expr::isN).toList());
      case Compare compare -> new Not(compare);
    };
  }

  private static Expr isNotN(Expr expr) {
    return switch (expr) {
      case Operand operand -> new Compare(operand, Comparison.UNEQUAL, N);
      case Not not -> isN(not.operand());
      case And and -> new And(and.parts().stream().map(Expr::isNotN).toList());
      case Or or -> new Or(or.parts().stream().map(Expr::isNotN).toList());
      case Compare compare -> compare;
    };
  }

  /** The conjuncts of an expression; none for {@code y}. */
  default List<Expr> conjuncts() {
    if (this instanceof And and) {
      return and.parts();
    }
    return equals(Y) ? List.of() : List.of(this);
  }

  /** Hands every operand to the consumer, from left to right. */
  default void forEachOperand(Consumer<Operand> consumer) {
    switch (this) {
      case Operand operand -> consumer.accept(operand);
      case Not not -> not.operand().forEachOperand(consumer);
      case And and -> and.parts().forEach(part -> part.forEachOperand(consumer));
      case Or or -> or.parts().forEach(part -> part.forEachOperand(consumer));
      case Compare compare -> {
        consumer.accept(compare.left());
        consumer.accept(compare.right());
      }
    }
  }

  /** This expression with every operand replaced. */
  default Expr map(Function<Operand, Operand> change) {
    return switch (this) {
      case Operand operand -> change.apply(operand);
      case Not not -> new Not(not.operand().map(change));
      case And and -> new And(and.parts().stream().map(part -> part.map(change)).toList());
      case Or or -> new Or(or.parts().stream().map(part -> part.map(change)).toList());
      case Compare(Operand left, Comparison op, Operand right) ->
          new Compare(change.apply(left), op, change.apply(right));
    };
  }

  /** Whether a part of this expression is not known. */
  default boolean isUnknown() {
    return switch (this) {
      case Unknown unknown -> true;
      case Operand operand -> false;
      case Not not -> not.operand().isUnknown();
      case And and -> and.parts().stream().anyMatch(Expr::isUnknown);
      case Or or -> or.parts().stream().anyMatch(Expr::isUnknown);
      case Compare compare -> compare.left().isUnknown() || compare.right().isUnknown();
    };
  }
}
