package kconfigls.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  /** More than entries of real trees have; nothing is proved about what comes after so many. */
  private static final int MOST_TO_PROVE = 100;

  /** What is said of an entry that is never alive. */
  public static final List<Unreached> DEAD = new ArrayList<>(0);

  @Override
  public int key() {
    return own.prop().key();
  }

  /** The properties of a kind that never count. */
  public static List<Unreached> of(
      CheckedProjects projects, ProjectModel model, MenuNode node, Predicate<Prop> kind) {
    List<Prop> props = new ArrayList<>(0);
    for (Prop prop : Conditions.properties(node)) {
      if (kind.test(prop)) {
        props.add(prop);
      }
    }
    if (props.size() < 2) {
      return List.of();
    }
    Earlier before = new Earlier();
    List<Unreached> found = new ArrayList<>(0);
    for (Prop prop : props) {
      Conditional own = new Conditional(prop, Conditions.of(Conditional.condition(prop)));
      Unreached unreached =
          before.all().isEmpty() ? null : find(projects, model, node, before, own);
      if (unreached == null) {
        before.add(own);
      } else {
        found.add(unreached);
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
      Earlier before,
      Conditional own) {
    Conditional same = before.same(own);
    if (same != null) {
      return new Unreached(own, same, true);
    }
    if (node.item() instanceof Item.Choice) {
      return null; // a choice passes over a default that is not visible
    }
    Conditional covering = before.covering(own);
    if (covering != null) {
      return new Unreached(own, covering, false);
    }
    return before.all().size() <= MOST_TO_PROVE ? proved(projects, model, node, before, own) : null;
  }

  private static @Nullable Unreached proved(
      CheckedProjects projects,
      ProjectModel model,
      MenuNode node,
      Earlier before,
      Conditional own) {
    List<Fact> facts = Conditions.facts(node);
    List<Fact> alive = new ArrayList<>(facts);
    alive.add(new Fact(own.condition(), node, node, own.prop().key()));
    Proofs proofs = Proofs.of(projects, model, node);
    List<Expr> earlier = before.all().stream().map(Conditional::condition).toList();
    // a condition that never holds is another matter
    boolean never = !proofs.isAnyMet(alive, earlier) || proofs.isImpossible(alive);
    return never ? null : new Unreached(own, before.all().getLast(), false);
  }

  /** The properties that may count, in order, and by what they say. */
  private static final class Earlier {
    private final List<Conditional> all = new ArrayList<>(0);
    private final Map<Said, Conditional> bySaid = new HashMap<>(0);
    private final Map<Optional<Expr>, Conditional> byCondition = new HashMap<>(0);
    private @Nullable Conditional unconditional;

    List<Conditional> all() {
      return all;
    }

    void add(Conditional own) {
      all.add(own);
      bySaid.putIfAbsent(Said.of(own.prop()), own);
      byCondition.putIfAbsent(condition(own), own);
      if (unconditional == null && own.condition().equals(Expr.Y)) {
        unconditional = own;
      }
    }

    @Nullable Conditional same(Conditional own) {
      return bySaid.get(Said.of(own.prop()));
    }

    /** One that counts whenever its like does: its condition is the same text, or it has none. */
    @Nullable Conditional covering(Conditional own) {
      Conditional alike = byCondition.get(condition(own));
      return alike == null ? unconditional : alike;
    }

    /** The text of a condition: a macro in it has the same value twice. */
    private static Optional<Expr> condition(Conditional of) {
      return Optional.ofNullable(Conditional.condition(of.prop()));
    }
  }

  /** What a default or a range says. */
  private record Said(List<Expr> values, @Nullable Expr condition) {
    static Said of(Prop prop) {
      List<Expr> values =
          switch (prop) {
            case Prop.Default def -> List.of(def.value());
            case Prop.Range range -> List.of(range.low(), range.high());
            default -> throw new IllegalArgumentException("no default, no range: " + prop);
          };
      return new Said(values, Conditional.condition(prop));
    }
  }
}
