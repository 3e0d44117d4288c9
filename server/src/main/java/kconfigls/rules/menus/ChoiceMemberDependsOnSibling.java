package kconfigls.rules.menus;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.expr.Expr;
import kconfigls.expr.Simplifier;
import kconfigls.model.DependencyGraph.Edge;
import kconfigls.model.MenuLayout;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports members of a choice that depend on another member: an error since Linux 6.9. */
public final class ChoiceMemberDependsOnSibling implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "choice-member-depends-on-sibling",
          Severity.ERROR,
          "a member of a choice that depends on another member");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  /**
   * What is known of choices, so that each is looked at once.
   *
   * @param parents where the statements of a choice are shown, by choice
   */
  private record Choices(ChoiceMembers members, Map<MenuNode, Map<MenuNode, MenuNode>> parents) {
    /** Older programs take for a member only what is shown in the choice itself. */
    boolean isShownBelowSibling(ProjectModel model, MenuNode node, MenuNode choice) {
      MenuNode below =
          parents.computeIfAbsent(choice, c -> MenuLayout.parents(model, c.children())).get(node);
      return below != null && below.symbol() != null;
    }
  }

  private record Fault(int key, String name, String sibling, boolean fatal) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Choices choices = new Choices(new ChoiceMembers(), new IdentityHashMap<>());
    Map<FileKey, Fault> found =
        PerEntry.always(projects, (model, node) -> fault(projects, choices, model, node));
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          String effect =
              fault.fatal()
                  ? "which is a recursive dependency"
                  : "so it is no member of the choice";
          String message =
              "`"
                  + fault.name()
                  + "` depends on `"
                  + fault.sibling()
                  + "` of the same choice, "
                  + effect;
          Draft draft = Draft.of(place, message).about(fault.name());
          sink.report(fault.fatal() ? draft : draft.as(Severity.HINT));
        });
  }

  private static @Nullable Fault fault(
      CheckedProjects projects, Choices choices, ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    MenuNode choice = symbol == null ? null : node.choice();
    if (symbol == null || choice == null || !(node.item() instanceof Item.Entry entry)) {
      return null;
    }
    // members are checked for loops since the release that also asks choices for a prompt
    boolean fatal = model.spec().dialect().has(Feature.CHOICE_PROMPT_NEEDED);
    String sibling =
        fatal
            ? needed(projects.loops(model).ofMembers(symbol), node)
            : sibling(node, choices.members().names(choice), symbol.name());
    if (sibling == null) {
      return null;
    }
    boolean told =
        fatal || (mayBeMeant(symbol, node) && choices.isShownBelowSibling(model, node, choice));
    return told ? new Fault(entry.nameKey(), symbol.name(), sibling, fatal) : null;
  }

  /** The first member by name that an entry, or a block around it in the choice, needs. */
  private static @Nullable String needed(List<Edge> edges, MenuNode node) {
    Set<MenuNode> stating = Collections.newSetFromMap(new IdentityHashMap<>());
    for (MenuNode at = node; at != null && at != node.choice(); at = at.parent()) {
      stating.add(at);
    }
    return edges.stream()
        .filter(edge -> stating.contains(edge.node()))
        .map(edge -> edge.to().name())
        .sorted()
        .findFirst()
        .orElse(null);
  }

  /** Numbers, strings and hidden symbols stand below a member on purpose in older trees. */
  private static boolean mayBeMeant(Symbol symbol, MenuNode node) {
    return node.prompt().isPresent() && symbol.isLogic();
  }

  private static @Nullable String sibling(MenuNode node, Set<String> members, String own) {
    Set<String> named = new HashSet<>();
    for (MenuNode at = node; at != null && at != node.choice(); at = at.parent()) {
      collect(at.ownDependency(), named);
    }
    for (Prop prop : node.props()) {
      if (prop instanceof Prop.Prompt prompt && prompt.condition() != null) {
        collect(prompt.condition(), named);
      }
    }
    named.remove(own);
    if (named.isEmpty()) {
      return null;
    }
    named.retainAll(members);
    return named.stream().sorted().findFirst().orElse(null);
  }

  private static void collect(Expr expr, Set<String> names) {
    Simplifier.fold(expr)
        .forEachOperand(
            operand -> {
              if (operand instanceof Expr.Symbol(String name)) {
                names.add(name);
              }
            });
  }
}
