package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/** Reports {@code select} and {@code imply} of a member of a choice. */
public final class SelectChoiceMember implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "select-choice-member",
          Severity.WARNING,
          "`select` or `imply` of a member of a choice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    Map<Symbol, Optional<MenuNode>> choices = new IdentityHashMap<>();
    PerEntry.alwaysEach(projects, null, (model, node) -> members(model, node, choices))
        .forEach((key, member) -> sink.report(draft(projects, key, member)));
  }

  /**
   * A line and the choice that its target is in; none where the target is not defined.
   *
   * @param hiddenCounts whether it has an effect while the choice is not visible
   */
  private record Member(Prop.Select line, @Nullable MenuNode choice, boolean hiddenCounts)
      implements PerEntry.Part {
    @Override
    public int key() {
      return line.key();
    }

    @Override
    public boolean matters() {
      return choice != null;
    }
  }

  private static Draft draft(CheckedProjects projects, FileKey key, Member member) {
    Place place = projects.semantics().place(key.file(), member.key());
    String target = member.line().target();
    String message = "`" + target + "` is a member of a choice: this has no effect";
    List<Related> related = new ArrayList<>(1);
    if (member.choice() != null) {
      related.add(new Related(projects.semantics().name(member.choice()), "the choice"));
    }
    return Draft.of(
            place, member.hiddenCounts() ? message + " while the choice is visible" : message)
        .about(target)
        .see(related);
  }

  /**
   * The lines of an entry that select members of choices or nothing.
   *
   * @param choices what each symbol is a member of, looked at once
   */
  private static List<Member> members(
      ProjectModel model, MenuNode node, Map<Symbol, Optional<MenuNode>> choices) {
    List<Member> found = new ArrayList<>(0);
    for (Prop prop : Conditions.properties(node)) {
      if (prop instanceof Prop.Select line && line.target().indexOf('$') < 0) {
        Symbol target = model.symbol(line.target());
        boolean old = model.spec().dialect().has(Feature.TRISTATE_CHOICE);
        MenuNode choice =
            target == null
                ? null
                : choices.computeIfAbsent(target, symbol -> choice(symbol, old)).orElse(null);
        if (target == null || choice != null) {
          found.add(new Member(line, choice, old));
        }
      }
    }
    return found;
  }

  /** The choice that all entries of a symbol are members of; empty if one is none. */
  private static Optional<MenuNode> choice(Symbol symbol, boolean old) {
    for (MenuNode node : symbol.nodes()) {
      if (node.choice() == null || (old && dependsOnSibling(node, node.choice()))) {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(symbol.nodes().getFirst().choice());
  }

  /** Until 6.10 such an entry is shown below its sibling, and no member. */
  private static boolean dependsOnSibling(MenuNode node, MenuNode choice) {
    Set<String> siblings = new HashSet<>();
    choice.children().forEach(child -> siblings.add(String.valueOf(child.symbol())));
    return Conditions.facts(node).stream()
        .anyMatch(fact -> Conditions.names(fact.expr()).stream().anyMatch(siblings::contains));
  }
}
