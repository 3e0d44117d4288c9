package kconfigls.syntax.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kconfigls.grammar.KconfigLines.AndContext;
import kconfigls.grammar.KconfigLines.ComparisonContext;
import kconfigls.grammar.KconfigLines.NotContext;
import kconfigls.grammar.KconfigLines.OrContext;
import kconfigls.grammar.KconfigLines.TermContext;
import kconfigls.grammar.KconfigLines.WordContext;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Reading;
import kconfigls.syntax.Term;
import kconfigls.text.TextRange;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Makes expression nodes; after a syntax error, of the part that could be read. */
final class Expressions {
  private static final Pattern JOIN = Pattern.compile("\\\\\r?\n");

  /** From here on pairs of negations are left out: they change nothing but the depth. */
  private static final int MAX_NEGATIONS = 100;

  private final String text;

  Expressions(String text) {
    this.text = text;
  }

  @Nullable ExprNode or(@Nullable OrContext or) {
    if (or == null) {
      return null;
    }
    List<ExprNode> parts = new ArrayList<>(or.parts.size());
    for (AndContext part : or.parts) {
      addIfPresent(parts, and(part));
    }
    if (parts.size() < 2) {
      return parts.isEmpty() ? null : parts.getFirst();
    }
    return new ExprNode.Or(span(parts), List.copyOf(parts));
  }

  private @Nullable ExprNode and(AndContext and) {
    List<ExprNode> parts = new ArrayList<>(and.parts.size());
    for (NotContext part : and.parts) {
      addIfPresent(parts, not(part));
    }
    if (parts.size() < 2) {
      return parts.isEmpty() ? null : parts.getFirst();
    }
    return new ExprNode.And(span(parts), List.copyOf(parts));
  }

  private @Nullable ExprNode not(NotContext not) {
    ExprNode node = not.open != null ? paren(not) : comparison(not.plain);
    if (node == null) {
      return null;
    }
    int bangs = not.bangs.size();
    int first = bangs > MAX_NEGATIONS ? bangs - bangs % 2 : 0;
    for (int i = bangs - 1; i >= first; i--) {
      int start = not.bangs.get(i).getStartIndex();
      node = new ExprNode.Not(new TextRange(start, node.range().end()), node);
    }
    return node;
  }

  private @Nullable ExprNode paren(NotContext not) {
    ExprNode inner = or(not.inner);
    if (inner == null) {
      return null;
    }
    int end = not.close == null ? inner.range().end() : not.close.getStopIndex() + 1;
    return new ExprNode.Paren(new TextRange(not.open.getStartIndex(), end), inner);
  }

  private @Nullable ExprNode comparison(@Nullable ComparisonContext comparison) {
    if (comparison == null) {
      return null;
    }
    Term left = term(comparison.left);
    Term right = term(comparison.right);
    if (left == null || comparison.op == null || right == null) {
      return left;
    }
    TextRange range = left.range().union(right.range());
    return new ExprNode.Compare(range, left, comparison.op.getText(), right);
  }

  @Nullable Term term(@Nullable TermContext term) {
    return term == null || term.exception != null ? null : term(term.token);
  }

  @Nullable Term term(@Nullable WordContext word) {
    return word == null || word.exception != null ? null : term(word.token);
  }

  @Nullable Term term(@Nullable Token token) {
    if (token == null || token.getStopIndex() < token.getStartIndex()) {
      return null;
    }
    TextRange range = new TextRange(token.getStartIndex(), token.getStopIndex() + 1);
    char first = text.charAt(range.start());
    if (first != '"' && first != '\'') {
      return new Term(range, range.of(text), (char) 0);
    }
    boolean closed =
        range.length() > 1
            && text.charAt(range.end() - 1) == first
            && !isEscaped(range.start() + 1, range.end() - 1);
    int end = closed ? range.end() - 1 : range.end();
    return new Term(range, joined(text.substring(range.start() + 1, end)), first);
  }

  /** A text that goes over several lines as the program sees it: {@link Reading#PYTHON}. */
  static String joined(String text) {
    return text.indexOf('\n') < 0 ? text : JOIN.matcher(text).replaceAll("");
  }

  private boolean isEscaped(int from, int at) {
    int backslashes = 0;
    while (at - backslashes > from && text.charAt(at - backslashes - 1) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }

  private static void addIfPresent(List<ExprNode> parts, @Nullable ExprNode part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private static TextRange span(List<ExprNode> parts) {
    return parts.getFirst().range().union(parts.getLast().range());
  }
}
