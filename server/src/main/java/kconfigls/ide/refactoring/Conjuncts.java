package kconfigls.ide.refactoring;

import java.util.ArrayList;
import java.util.List;
import kconfigls.syntax.ExprNode;

/** What must hold at the same time for an expression to hold, as texts on one line each. */
final class Conjuncts {
  private Conjuncts() {}

  /** The parts that {@code &&} joins, without brackets around them. */
  static List<String> of(ExprNode node, String text) {
    List<String> parts = new ArrayList<>();
    collect(node, text, parts);
    return parts;
  }

  private static void collect(ExprNode node, String text, List<String> parts) {
    switch (node) {
      case ExprNode.And and -> and.parts().forEach(part -> collect(part, text, parts));
      case ExprNode.Paren paren -> collect(paren.inner(), text, parts);
      default -> parts.add(squeezed(node.range().of(text)));
    }
  }

  /** An expression of these parts, with brackets where they are needed. */
  static String joined(List<String> parts) {
    return parts.size() == 1
        ? parts.getFirst()
        : String.join(" && ", parts.stream().map(Conjuncts::bracketed).toList());
  }

  private static String bracketed(String part) {
    return part.contains("||") ? "(" + part + ")" : part;
  }

  /** A text without its line breaks and superfluous blanks. */
  static String squeezed(String text) {
    return text.replaceAll("\\\\\r?\n", " ").replaceAll("\\s+", " ");
  }
}
