package kconfigls.expr;

/**
 * A condition over variables. A set of tristate values is a mask of three bits, that of n the
 * lowest; a set of a variable's values is a mask of as many bits as it has values.
 */
sealed interface Formula {
  int N = 1;
  int M = 2;
  int Y = 4;
  int ALL = N | M | Y;

  /** What a variable says: for which of its values the condition is n, m and y. */
  record Leaf(int variable, int ifN, int ifM, int ifY) implements Formula {
    /** The values of the variable for which the condition is one of {@code wanted}. */
    int values(int wanted) {
      return ((wanted & N) != 0 ? ifN : 0)
          | ((wanted & M) != 0 ? ifM : 0)
          | ((wanted & Y) != 0 ? ifY : 0);
    }
  }

  /** One of these values, whatever the variables are; more than one if it is not known. */
  record Fixed(int mask) implements Formula {}

  record Not(Formula operand) implements Formula {}

  record Join(boolean and, Formula[] parts) implements Formula {}

  /** The values of the negation. */
  static int negated(int mask) {
    return (mask & M) | (mask & N) << 2 | (mask & Y) >> 2;
  }

  /** The values of the conjunction or disjunction of two conditions. */
  static int joined(boolean and, int a, int b) {
    if (!and) {
      return negated(joined(true, negated(a), negated(b)));
    }
    int joined = (a | b) & N;
    if (((a & M) != 0 && (b & (M | Y)) != 0) || ((b & M) != 0 && (a & (M | Y)) != 0)) {
      joined |= M;
    }
    return joined | (a & b & Y);
  }
}
