package kconfigls.expr;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The variables of some expressions: the symbols, and comparisons that nothing is known of. Nothing
 * is claimed of what other rules report: a text, a number or an int symbol standing alone, and a
 * bool compared with m.
 */
final class Variables {
  private static final int BOOL = Formula.N | Formula.Y;

  private final Function<String, Domain> domains;
  private final boolean ordered;
  private final Map<String, Integer> indexes = new HashMap<>();
  private final Map<String, Constants> constants = new HashMap<>();
  private int[] values = new int[16];

  Variables(Function<String, Domain> domains, boolean ordered, List<Demand> demands) {
    this.domains = domains;
    this.ordered = ordered;
    for (Demand demand : demands) {
      collect(demand.expr());
    }
  }

  /** The values that each variable can have. */
  int[] values() {
    return Arrays.copyOf(values, indexes.size());
  }

  Formula formula(Expr expr) {
    return switch (expr) {
      case Expr.Const(Tristate value) -> new Formula.Fixed(1 << value.ordinal());
      case Expr.Text text -> new Formula.Fixed(Formula.ALL);
      case Expr.Unknown unknown -> new Formula.Fixed(Formula.ALL);
      case Expr.Symbol(String name) -> symbol(name);
      case Expr.Not not -> new Formula.Not(formula(not.operand()));
      case Expr.And and -> join(true, and.parts());
      case Expr.Or or -> join(false, or.parts());
      case Expr.Compare compare -> compare(compare);
    };
  }

  private Formula join(boolean and, List<Expr> parts) {
    Formula[] formulas = new Formula[parts.size()];
    for (int i = 0; i < formulas.length; i++) {
      formulas[i] = formula(parts.get(i));
    }
    return new Formula.Join(and, formulas);
  }

  private Formula symbol(String name) {
    return switch (domains.apply(name)) {
      case BOOL -> logical(name, BOOL);
      case TRISTATE, ANY -> logical(name, Formula.ALL);
      case NEVER -> new Formula.Fixed(Formula.N);
      case INT, HEX, STRING -> logical("alone " + name, Formula.ALL);
    };
  }

  private Formula logical(String key, int mask) {
    return new Formula.Leaf(variable(key, mask), Formula.N, Formula.M, Formula.Y);
  }

  private int variable(String key, int mask) {
    Integer known = indexes.get(key);
    if (known != null) {
      return known;
    }
    int index = indexes.size();
    indexes.put(key, index);
    if (index == values.length) {
      values = Arrays.copyOf(values, 2 * index);
    }
    values[index] = mask;
    return index;
  }

  private Formula compare(Expr.Compare compare) {
    if (compare.left() instanceof Expr.Unknown || compare.right() instanceof Expr.Unknown) {
      return new Formula.Fixed(BOOL);
    }
    if (compare.left() instanceof Expr.Symbol(String name)) {
      Domain domain = domains.apply(name);
      if (compare.right() instanceof Expr.Const(Tristate value)
          && (domain == Domain.BOOL || domain == Domain.TRISTATE)
          && (ordered || compare.op().isEquality())
          && (domain == Domain.TRISTATE || value != Tristate.M)) {
        int all = domain == Domain.BOOL ? BOOL : Formula.ALL;
        return leaf(variable(name, all), all, truth(compare.op(), value));
      }
      Constants known = isComparable(domain, compare.op()) ? constants.get(name) : null;
      Integer place = known == null ? null : known.place(constant(domain, compare.right()));
      if (known != null && place != null) {
        int variable = variable("compared " + name, known.all());
        return leaf(variable, known.all(), known.truth(compare.op(), place));
      }
    }
    return opaque(compare);
  }

  private static Formula leaf(int variable, int all, int holds) {
    return new Formula.Leaf(variable, all & ~holds, 0, all & holds);
  }

  /** Texts are known to be equal or not, never which is less. */
  private static boolean isComparable(Domain domain, Comparison op) {
    return domain != Domain.STRING || op.isEquality();
  }

  private static int truth(Comparison op, Tristate constant) {
    int truth = 0;
    for (Tristate value : Tristate.values()) {
      if (op.holds(Integer.compare(value.ordinal(), constant.ordinal()))) {
        truth |= 1 << value.ordinal();
      }
    }
    return truth;
  }

  /** A comparison of which only its own repetitions and its opposite are known to agree. */
  private Formula opaque(Expr.Compare compare) {
    Comparison op =
        switch (compare.op()) {
          case EQUAL, LESS, GREATER -> compare.op();
          case UNEQUAL, LESS_EQUAL, GREATER_EQUAL -> compare.op().negated();
        };
    int variable = variable(compare.left() + op.text() + compare.right(), BOOL);
    int holds = op == compare.op() ? Formula.Y : Formula.N;
    return leaf(variable, BOOL, holds);
  }

  /** Gathers what each number and text is compared with, before the first formula is made. */
  private void collect(Expr expr) {
    switch (expr) {
      case Expr.Operand operand -> {}
      case Expr.Not not -> collect(not.operand());
      case Expr.And and -> and.parts().forEach(this::collect);
      case Expr.Or or -> or.parts().forEach(this::collect);
      case Expr.Compare(Expr.Symbol(String name), Comparison op, Expr.Operand right) -> {
        Domain domain = domains.apply(name);
        Constant constant = isComparable(domain, op) ? constant(domain, right) : null;
        if (constant != null) {
          constants.computeIfAbsent(name, k -> new Constants()).add(constant);
        }
      }
      case Expr.Compare compare -> {}
    }
  }

  /**
   * Something that a symbol is compared with.
   *
   * @param number null for a text that is no number in any dialect
   */
  private record Constant(String text, @Nullable Long number) {}

  /** The constant that an operand is to a number or a text; null where that is not sure. */
  private static @Nullable Constant constant(Domain domain, Expr.Operand operand) {
    String text =
        switch (operand) {
          case Expr.Text quoted -> quoted.text();
          case Expr.Symbol(String name) -> number(name) == null ? null : name;
          case Expr.Const constant -> null;
          case Expr.Unknown unknown -> null;
        };
    if (text == null) {
      return null;
    }
    Long number = number(text);
    return switch (domain) {
      case INT -> number == null ? null : new Constant(text, number);
      case HEX -> number == null || number < 0 ? null : new Constant(text, number);
      case STRING -> number != null || isText(text) ? new Constant(text, number) : null;
      case BOOL, TRISTATE, NEVER, ANY -> null;
    };
  }

  /** The value of what all programs read as the same number; null for anything else. */
  private static @Nullable Long number(String text) {
    boolean hex = text.startsWith("0x") || text.startsWith("0X");
    String digits = hex ? text.substring(2) : text;
    if (digits.isEmpty() || digits.length() > 15) {
      return null;
    }
    int start = !hex && digits.length() > 1 && digits.charAt(0) == '-' ? 1 : 0;
    for (int i = start; i < digits.length(); i++) {
      if (digits.charAt(i) > 'f' || Character.digit(digits.charAt(i), hex ? 16 : 10) < 0) {
        return null;
      }
    }
    boolean octal = !hex && digits.charAt(start) == '0' && digits.length() > start + 1;
    return octal ? null : (Long) Long.parseLong(digits, hex ? 16 : 10);
  }

  private static boolean isText(String text) {
    return text.isEmpty() || Character.isLetter(text.charAt(0)) || text.charAt(0) == '_';
  }

  /**
   * What one symbol is compared with. The symbol's values fall into classes: each constant, what is
   * between two of them, below the first and above the last, and what is no number.
   */
  private static final class Constants {
    private static final int MOST = 12;

    private final List<Constant> sorted = new ArrayList<>();
    private boolean sure = true;

    void add(Constant constant) {
      int at = 0;
      for (Constant other : sorted) {
        if (other.equals(constant)) {
          return;
        }
        boolean same = other.number() != null && other.number().equals(constant.number());
        sure &= !same;
        if (order(other, constant) < 0) {
          at++;
        }
      }
      sorted.add(at, constant);
      sure &= sorted.size() <= MOST;
    }

    private static int order(Constant a, Constant b) {
      if (a.number() == null || b.number() == null) {
        return a.number() == null && b.number() == null
            ? a.text().compareTo(b.text())
            : Boolean.compare(a.number() == null, b.number() == null);
      }
      return Long.compare(a.number(), b.number());
    }

    @Nullable Integer place(@Nullable Constant constant) {
      int place = constant == null || !sure ? -1 : sorted.indexOf(constant);
      return place < 0 ? null : (Integer) (2 * place + 1);
    }

    /** One class for each constant, one before and one after it, and one for no number. */
    int all() {
      int all = (1 << (2 * sorted.size() + 2)) - 1;
      for (int i = 0; i + 1 < sorted.size(); i++) {
        Long low = sorted.get(i).number();
        Long high = sorted.get(i + 1).number();
        if (low != null && high != null && low + 1 == high) {
          all &= ~(1 << (2 * i + 2));
        }
      }
      return all;
    }

    /** The classes that the comparison with the constant at a place holds for. */
    int truth(Comparison op, int place) {
      int classes = 2 * sorted.size() + 2;
      int truth = 0;
      for (int i = 0; i < classes; i++) {
        boolean noNumber = i == classes - 1;
        // the text of what is no number is empty, and less than that of any number
        if (op.holds(noNumber ? -1 : Integer.compare(i, place))) {
          truth |= 1 << i;
        }
      }
      return truth;
    }
  }
}
