package kconfigls.expr;

import java.util.List;

/** Prints expressions in Kconfig syntax with the fewest parentheses. */
public final class ExprPrinter {
  private static final int OR = 0;
  private static final int AND = 1;
  private static final int NOT = 2;

  private ExprPrinter() {}

  /** The expression as Kconfig text; an unknown value is shown as {@code <unknown>}. */
  public static String print(Expr expr) {
    StringBuilder out = new StringBuilder();
    print(out, expr, OR);
    return out.toString();
  }

  private static void print(StringBuilder out, Expr expr, int level) {
    switch (expr) {
      case Expr.Const constant -> out.append(constant.value().text());
      case Expr.Symbol symbol -> out.append(symbol.name());
      case Expr.Text text -> out.append(quote(text.text()));
      case Expr.Unknown unknown -> out.append("<unknown>");
      case Expr.Not not -> {
        out.append('!');
        boolean comparison = not.operand() instanceof Expr.Compare;
        print(out, not.operand(), comparison ? NOT + 1 : NOT);
      }
      case Expr.And and -> join(out, and.parts(), " && ", AND, level);
      case Expr.Or or -> join(out, or.parts(), " || ", OR, level);
      case Expr.Compare compare -> {
        if (level > NOT) {
          out.append('(');
        }
        print(out, compare.left(), OR);
        out.append(' ').append(compare.op().text()).append(' ');
        print(out, compare.right(), OR);
        if (level > NOT) {
          out.append(')');
        }
      }
    }
  }

  private static void join(
      StringBuilder out, List<Expr> parts, String operator, int own, int level) {
    boolean parentheses = own < level;
    if (parentheses) {
      out.append('(');
    }
    String separator = "";
    for (Expr part : parts) {
      out.append(separator);
      print(out, part, own + 1);
      separator = operator;
    }
    if (parentheses) {
      out.append(')');
    }
  }

  /** The text in double quotes, with backslashes before quotes and backslashes. */
  public static String quote(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
