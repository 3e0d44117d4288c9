package kconfigls.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a proof may cost, counted in steps. */
final class SolverTest {
  private static final int SYMBOLS = 60;

  /** More than one question takes, for the largest conditions that are looked at. */
  private static final long STEPS_OF_QUESTION = 80_000;

  private final Solver solver = new Solver(name -> Domain.BOOL, true);
  private final Random random = new Random(1);

  private Expr literal(int index) {
    Expr symbol = new Expr.Symbol("S" + index);
    return random.nextBoolean() ? symbol : new Expr.Not(symbol);
  }

  private List<Demand> clauses(int count) {
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Expr> parts = random.ints(3, 0, SYMBOLS).mapToObj(this::literal).toList();
      demands.add(Demand.atLeast(new Expr.Or(parts), Tristate.M));
    }
    return demands;
  }

  private List<Demand> exclusiveOrs(int count) {
    List<Demand> demands = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Expr a = new Expr.Symbol("S" + random.nextInt(SYMBOLS));
      Expr b = new Expr.Symbol("S" + random.nextInt(SYMBOLS));
      Expr left = new Expr.And(List.of(a, new Expr.Not(b)));
      Expr right = new Expr.And(List.of(new Expr.Not(a), b));
      demands.add(Demand.atLeast(new Expr.Or(List.of(left, right)), Tristate.M));
    }
    return demands;
  }

  @Test
  void aQuestionTakesABoundedNumberOfSteps() {
    for (int i = 0; i < 20; i++) {
      for (List<Demand> demands : List.of(clauses(256), clauses(600), exclusiveOrs(80))) {
        Budget budget = Budget.of(STEPS_OF_QUESTION);
        solver.isImpossible(demands, budget);
        assertThat(budget.isSpent()).isFalse();
      }
    }
  }

  @Test
  void withoutABudgetNothingIsProved() {
    Expr a = new Expr.Symbol("A");
    List<Demand> demands =
        List.of(Demand.atLeast(a, Tristate.M), Demand.atLeast(new Expr.Not(a), Tristate.M));
    assertThat(solver.isImpossible(demands, Budget.of(1_000))).isTrue();
    assertThat(solver.isImpossible(demands, Budget.of(3))).isFalse();
  }

  @Test
  void whatAShareTakesTheWholeGives() {
    Budget whole = Budget.of(10);
    Budget share = whole.share(100);
    assertThat(share.take(10)).isTrue();
    assertThat(whole.isSpent()).isFalse();
    assertThat(share.take(1)).isFalse();
    assertThat(whole.isSpent()).isTrue();
    assertThat(whole.share(5).isSpent()).isTrue();
  }
}
