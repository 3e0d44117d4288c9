package kconfigls.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import kconfigls.analysis.Place;
import kconfigls.expr.Comparison;
import kconfigls.expr.Expr;
import kconfigls.outline.Item;
import kconfigls.outline.Numbers;
import kconfigls.outline.Prop;
import kconfigls.outline.SymbolType;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;
import org.jspecify.annotations.Nullable;

/**
 * The parts that conditions are joined of: operands that are y, m or n by themselves, and
 * comparisons. A default that is one constant alone is no such part, but a value.
 */
public final class LogicParts {
  /** Says what is wrong with an operand or a comparison; null if nothing is. */
  public interface Check<T> {
    @Nullable T check(SymbolTypes types, Expr part);
  }

  /**
   * A part that is at fault.
   *
   * @param node a {@link Term} for an operand, else an {@link ExprNode.Compare}
   */
  public record Found<T>(WrittenFile file, ExprNode node, T fault) {
    public Place place() {
      return file.place(node.range());
    }
  }

  private LogicParts() {}

  /** The parts that the check finds at fault, each once, by file and position. */
  public static <T> List<Found<T>> find(CheckedProjects projects, Check<T> check) {
    Search<T> search = new Search<>(check);
    WrittenFile.forEachItem(projects, search::visit);
    return search.found;
  }

  /** Whether an operand is text or a number, so that it names no symbol. */
  public static boolean isLiteral(Expr.Operand operand) {
    return operand instanceof Expr.Text
        || (operand instanceof Expr.Symbol(String name) && Numbers.isNumber(name));
  }

  /** Outlines tell which lines are at fault, and only those are looked up in the trees. */
  private record Search<T>(Check<T> check, List<Found<T>> found) {
    Search(Check<T> check) {
      this(check, new ArrayList<>());
    }

    void visit(WrittenFile file, Item item) {
      if (item instanceof Item.If block && isAtFault(file, block.condition())) {
        file.condition(block).ifPresent(node -> report(file, node));
      }
      for (Prop prop : WrittenFile.properties(item)) {
        boolean logical = prop instanceof Prop.Default def && isLogical(file, item, def);
        if (isAtFault(file, prop, logical)) {
          file.attribute(prop).ifPresent(attribute -> report(file, attribute, logical));
        }
      }
    }

    private static boolean isLogical(WrittenFile file, Item item, Prop.Default def) {
      return item instanceof Item.Entry entry
          && file.type(entry).filter(SymbolType::isLogic).isPresent()
          && !(def.value() instanceof Expr.Operand operand && isLiteral(operand));
    }

    private boolean isAtFault(WrittenFile file, Prop prop, boolean logical) {
      return switch (prop) {
        case Prop.Default def ->
            isAtFault(file, def.condition()) || (logical && isAtFault(file, def.value()));
        case Prop.Depends depends -> isAtFault(file, depends.value());
        case Prop.Visible visible -> isAtFault(file, visible.value());
        case Prop.Prompt prompt -> isAtFault(file, prompt.condition());
        case Prop.Select select -> isAtFault(file, select.condition());
        case Prop.Range range -> isAtFault(file, range.condition());
        case Prop.SetValue set -> isAtFault(file, set.condition());
        case Prop.Type type -> false;
        case Prop.Option option -> false;
        case Prop.Flag flag -> false;
        case Prop.Help help -> false;
      };
    }

    private boolean isAtFault(WrittenFile file, @Nullable Expr expr) {
      return switch (expr) {
        case null -> false;
        case Expr.Operand operand -> check.check(file.types(), literal(operand)) != null;
        case Expr.Compare compare -> check.check(file.types(), literal(compare)) != null;
        case Expr.Not not -> isAtFault(file, not.operand());
        case Expr.And and -> isAnyAtFault(file, and.parts());
        case Expr.Or or -> isAnyAtFault(file, or.parts());
      };
    }

    private boolean isAnyAtFault(WrittenFile file, List<Expr> parts) {
      for (Expr part : parts) {
        if (isAtFault(file, part)) {
          return true;
        }
      }
      return false;
    }

    private void report(WrittenFile file, Attribute attribute, boolean logical) {
      List<ExprNode> expressions = TreeWalk.expressions(attribute);
      boolean isValue = attribute instanceof Attribute.Default && !logical;
      expressions.stream().skip(isValue ? 1 : 0).forEach(node -> report(file, node));
    }

    private void report(WrittenFile file, ExprNode expression) {
      BiConsumer<ExprNode, Expr> part =
          (node, expr) -> {
            T fault = check.check(file.types(), expr);
            if (fault != null) {
              found.add(new Found<>(file, node, fault));
            }
          };
      parts(expression, part);
    }

    private static void parts(ExprNode expression, BiConsumer<ExprNode, Expr> consumer) {
      Consumer<ExprNode> inner = node -> parts(node, consumer);
      switch (expression) {
        case Term term -> consumer.accept(term, operand(term));
        case ExprNode.Compare compare ->
            consumer.accept(
                compare,
                new Expr.Compare(
                    operand(compare.left()),
                    Comparison.of(compare.op()),
                    operand(compare.right())));
        case ExprNode.Paren paren -> inner.accept(paren.inner());
        case ExprNode.Not not -> inner.accept(not.operand());
        case ExprNode.And and -> and.parts().forEach(inner);
        case ExprNode.Or or -> or.parts().forEach(inner);
      }
    }

    private static Expr.Operand operand(Term term) {
      return term.hasMacro() ? Expr.UNKNOWN : Expr.operand(term.text(), term.isQuoted());
    }

    private static Expr.Compare literal(Expr.Compare compare) {
      return new Expr.Compare(literal(compare.left()), compare.op(), literal(compare.right()));
    }

    /** What is made by a macro is not known here. */
    private static Expr.Operand literal(Expr.Operand operand) {
      return switch (operand) {
        case Expr.Symbol(String name) when WrittenFile.isMacro(name) -> Expr.UNKNOWN;
        case Expr.Text(String text) when WrittenFile.isMacro(text) -> Expr.UNKNOWN;
        case Expr.Symbol symbol -> symbol;
        case Expr.Text text -> text;
        case Expr.Const constant -> constant;
        case Expr.Unknown unknown -> unknown;
      };
    }
  }
}
