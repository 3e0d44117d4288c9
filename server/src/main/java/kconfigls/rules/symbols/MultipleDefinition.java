package kconfigls.rules.symbols;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.Proofs;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports further entries of a symbol that ask the user for it again. */
public final class MultipleDefinition implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "symbols",
              "multiple-definition",
              Severity.HINT,
              "a symbol that several entries ask the user for")
          .in("esp-idf", Severity.INFO);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Again(MenuNode node, MenuNode first, boolean sameText) {}

  /** No entry is asked for again where no values of the symbols let both be alive. */
  private static final Optional<Again> NEVER_BOTH = Optional.empty();

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.always(projects, NEVER_BOTH, (model, node) -> again(projects, model, node))
        .values()
        .forEach(again -> again.ifPresent(it -> sink.report(draft(projects.semantics(), it))));
  }

  private static Draft draft(Semantics semantics, Again again) {
    String name = String.valueOf(again.node().symbol());
    String how = again.sameText() ? "a second time in this menu" : "with another prompt";
    String message = "`" + name + "` is asked for elsewhere already, here " + how;
    Place first = semantics.name(again.first());
    return Draft.of(semantics.name(again.node()), message)
        .about(name)
        .see(List.of(new Related(first, "the first entry with a prompt")));
  }

  private static @Nullable Optional<Again> again(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    if (node.symbol() == null || node.symbol().nodes().size() < 2) {
      return null;
    }
    Optional<Prop.Prompt> own = node.prompt();
    MenuNode first = first(node.symbol().nodes());
    if (own.isEmpty() || first == null || first == node || isSame(first, node)) {
      return null;
    }
    boolean sameText = first.prompt().map(Prop.Prompt::text).equals(own.map(Prop.Prompt::text));
    boolean sameMenu = menu(first) == menu(node);
    boolean usual = sameText && !sameMenu;
    if (usual || isEitherOr(first.dependency(), node.dependency())) {
      return null;
    }
    List<Fact> both = new ArrayList<>(Conditions.facts(first));
    both.addAll(Conditions.facts(node));
    return Proofs.of(projects, model, node).isImpossible(both)
        ? NEVER_BOTH
        : Optional.of(new Again(node, first, sameText));
  }

  /** Whether one needs what the other needs not to be: then one prompt at most is shown. */
  private static boolean isEitherOr(Expr first, Expr second) {
    List<Expr> others = second.conjuncts();
    return first.conjuncts().stream()
        .anyMatch(
            part ->
                others.contains(new Expr.Not(part))
                    || (part instanceof Expr.Not not && others.contains(not.operand())));
  }

  private static @Nullable MenuNode first(List<MenuNode> nodes) {
    for (MenuNode node : nodes) {
      if (node.prompt().isPresent()) {
        return node;
      }
    }
    return null;
  }

  /** Whether both are one entry of a file that is included several times. */
  private static boolean isSame(MenuNode a, MenuNode b) {
    return a.file().file().equals(b.file().file()) && a.item().key() == b.item().key();
  }

  private static @Nullable MenuNode menu(MenuNode node) {
    MenuNode at = node.parent();
    while (at != null && at.item() instanceof Item.If) {
      at = at.parent();
    }
    return at;
  }
}
