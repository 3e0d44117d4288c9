package kconfigls.rules;

import java.util.List;
import java.util.stream.Collectors;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.expr.ExprPrinter;
import kconfigls.model.MenuNode;
import kconfigls.rules.Finding.Related;

/**
 * A condition that is not n wherever an entry is alive.
 *
 * @param entry the entry, or the block
 * @param node the statement that demands it: the entry, or a block around it
 * @param key its place in that statement's file
 */
public record Fact(Expr expr, MenuNode entry, MenuNode node, int key) {
  /** How many of several facts are told. */
  private static final int SHOWN = 8;

  /** How much of a condition is told. */
  private static final int LONGEST = 160;

  /** The places of facts, of many only the first. */
  public static List<Related> places(Semantics semantics, List<Fact> facts) {
    return facts.stream()
        .distinct()
        .limit(SHOWN)
        .map(fact -> new Related(semantics.place(fact.node().file(), fact.key()), fact.text()))
        .toList();
  }

  /** What the facts say, in one line, of many only what the first say. */
  public static String text(List<Fact> facts) {
    return listed(facts.stream().map(Fact::text).distinct().toList());
  }

  /** Some texts in one line, of many only the first. */
  public static String listed(List<String> texts) {
    int more = texts.size() - SHOWN;
    String told = texts.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return more > 0 ? told + " and " + more + " more" : told;
  }

  /** A condition for people, a long one cut. */
  public static String quoted(Expr expr) {
    String text = ExprPrinter.print(expr);
    return "`" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text) + "`";
  }

  /** Whether a symbol is set wherever this is met. */
  boolean sets(String name) {
    return expr.conjuncts().stream().anyMatch(part -> name.equals(Consequences.set(part)));
  }

  /** Who needs what. */
  public String text() {
    String text = quoted(expr);
    if (entry.symbol() == null) {
      return "the block needs " + text;
    }
    String name = entry.symbol().name();
    return expr.equals(new Expr.Symbol(name)) ? text + " is set" : "`" + name + "` needs " + text;
  }
}
