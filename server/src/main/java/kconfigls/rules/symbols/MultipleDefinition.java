package kconfigls.rules.symbols;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.analysis.Semantics;
import kconfigls.expr.Expr;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.Symbol;
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

  /**
   * The first of a symbol's entries that has a prompt.
   *
   * @param excluding what an entry that is never alive beside it may depend on
   */
  private record First(MenuNode node, Set<Expr> excluding) {
    static Optional<First> of(Symbol symbol) {
      return symbol.nodes().stream()
          .filter(node -> node.prompt().isPresent())
          .findFirst()
          .map(node -> new First(node, opposites(node.dependency())));
    }

    private static Set<Expr> opposites(Expr dependency) {
      Set<Expr> opposites = new HashSet<>();
      for (Expr part : dependency.conjuncts()) {
        opposites.add(new Expr.Not(part));
        if (part instanceof Expr.Not(Expr operand)) {
          opposites.add(operand);
        }
      }
      return opposites;
    }

    /** Whether one needs what the other needs not to be: then one prompt at most is shown. */
    boolean isEitherOr(MenuNode other) {
      return other.dependency().conjuncts().stream().anyMatch(excluding::contains);
    }
  }

  private record Again(MenuNode node, MenuNode first, boolean sameText) {}

  /** No entry is asked for again where no values of the symbols let both be alive. */
  private static final Optional<Again> NEVER_BOTH = Optional.empty();

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<Symbol, Optional<First>> firsts = new IdentityHashMap<>();
    PerEntry.always(projects, NEVER_BOTH, (model, node) -> again(projects, firsts, model, node))
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
      CheckedProjects projects,
      Map<Symbol, Optional<First>> firsts,
      ProjectModel model,
      MenuNode node) {
    Optional<Prop.Prompt> own = node.prompt();
    if (node.symbol() == null || node.symbol().nodes().size() < 2 || own.isEmpty()) {
      return null;
    }
    First known = firsts.computeIfAbsent(node.symbol(), First::of).orElseThrow();
    MenuNode first = known.node();
    if (first == node || isSame(first, node)) {
      return null;
    }
    boolean sameText = first.prompt().map(Prop.Prompt::text).equals(own.map(Prop.Prompt::text));
    boolean sameMenu = menu(first) == menu(node);
    boolean usual = sameText && !sameMenu;
    if (usual || known.isEitherOr(node)) {
      return null;
    }
    List<Fact> both = new ArrayList<>(Conditions.facts(first));
    both.addAll(Conditions.facts(node));
    return Proofs.of(projects, model, node).isImpossible(both)
        ? NEVER_BOTH
        : Optional.of(new Again(node, first, sameText));
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
