package kconfigls.values;

/** Tristate values as small numbers: n 0, m 1, y 2, plus a mark where the value is not certain. */
final class Tri {
  static final int N = 0;
  static final int M = 1;
  static final int Y = 2;
  static final int UNKNOWN = 4;

  private Tri() {}

  static int value(int tri) {
    return tri & 3;
  }

  static boolean isKnown(int tri) {
    return tri < UNKNOWN;
  }

  /** A certain n decides, whatever the other is. */
  static int and(int a, int b) {
    if (a == N || b == N) {
      return N;
    }
    return Math.min(a & 3, b & 3) | ((a | b) & UNKNOWN);
  }

  /** A certain y decides, whatever the other is. */
  static int or(int a, int b) {
    if (a == Y || b == Y) {
      return Y;
    }
    return Math.max(a & 3, b & 3) | ((a | b) & UNKNOWN);
  }

  static int not(int a) {
    return (2 - (a & 3)) | (a & UNKNOWN);
  }

  static String text(int tri) {
    return switch (tri & 3) {
      case N -> "n";
      case M -> "m";
      default -> "y";
    };
  }
}
