package kconfigls.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import org.jspecify.annotations.Nullable;

/**
 * A default or a range that never counts: whenever it could, an earlier one of the entry does.
 *
 * @param own the one that never counts
 * @param reason the last of those before it that are needed for that
 * @param isSame whether the two say the same
 */
public record Unreached(Conditional own, Conditional reason, boolean isSame)
    implements PerEntry.Part {
  /** What is said of an entry that is never alive. */
  public static final List<Unreached> DEAD = new ArrayList<>(0);

  @Override
  public int key() {
    return own.prop().key();
  }

  /** The properties of a kind that never count. */
  public static List<Unreached> of(
      CheckedProjects projects, ProjectModel model, MenuNode node, Predicate<Prop> kind) {
    List<Conditional> before = new ArrayList<>(0);
    List<Unreached> found = new ArrayList<>(0);
    for (Prop prop : Conditions.properties(node)) {
      if (kind.test(prop)) {
        Conditional own = new Conditional(prop, Conditions.of(Conditional.condition(prop)));
        Unreached unreached = before.isEmpty() ? null : find(projects, model, node, before, own);
        if (unreached == null) {
          before.add(own);
        } else {
          found.add(unreached);
        }
      }
    }
    boolean dead =
        !found.isEmpty() && Proofs.of(projects, model, node).isImpossible(Conditions.facts(node));
    return dead ? DEAD : found;
  }

  private static @Nullable Unreached find(
      CheckedProjects projects,
      ProjectModel model,
      MenuNode node,
      List<Conditional> before,
      Conditional own) {
    for (Conditional earlier : before) {
      if (isSame(earlier.prop(), own.prop())) {
        return new Unreached(own, earlier, true);
      }
    }
    if (node.item() instanceof Item.Choice) {
      return null; // a choice passes over a default that is not visible
    }
    for (Conditional earlier : before) {
      if (earlier.condition().equals(Expr.Y) || isSameCondition(earlier.prop(), own.prop())) {
        return new Unreached(own, earlier, false);
      }
    }
    List<Fact> facts = Conditions.facts(node);
    List<Fact> alive = new ArrayList<>(facts);
    alive.add(new Fact(own.condition(), node, node, own.prop().key()));
    Proofs proofs = Proofs.of(projects, model, node);
    List<Expr> earlier = before.stream().map(Conditional::condition).toList();
    // a condition that never holds is another matter
    boolean never = !proofs.isAnyMet(alive, earlier) || proofs.isImpossible(alive);
    return never ? null : new Unreached(own, before.getLast(), false);
  }

  private static boolean isSame(Prop a, Prop b) {
    if (a instanceof Prop.Default x && b instanceof Prop.Default y) {
      return x.value().equals(y.value()) && isSameCondition(x, y);
    }
    return a instanceof Prop.Range x
        && b instanceof Prop.Range y
        && x.low().equals(y.low())
        && x.high().equals(y.high())
        && isSameCondition(x, y);
  }

  /** The same text: a macro in it has the same value twice. */
  private static boolean isSameCondition(Prop a, Prop b) {
    return Objects.equals(Conditional.condition(a), Conditional.condition(b));
  }
}
