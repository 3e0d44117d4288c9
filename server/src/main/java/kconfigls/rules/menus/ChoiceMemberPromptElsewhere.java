package kconfigls.rules.menus;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import kconfigls.analysis.Place;
import kconfigls.dialect.Dialect;
import kconfigls.dialect.Feature;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.model.Symbol;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import org.jspecify.annotations.Nullable;

/** Reports prompts of members of a choice that stand elsewhere: an error since Linux 6.11. */
public final class ChoiceMemberPromptElsewhere implements ProjectRule {
  private static final int ONE_PROMPT_ONLY = 702;
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "choice-member-prompt-elsewhere",
          Severity.ERROR,
          "a prompt of a member of a choice in another place");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  private record Fault(int key, String name, MenuNode member, boolean outside, boolean fatal) {}

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    ChoiceMembers members = new ChoiceMembers();
    Map<FileKey, Fault> found =
        PerEntry.always(projects, (model, node) -> fault(members, model, node));
    found.forEach(
        (key, fault) -> {
          Place place = projects.semantics().place(key.file(), fault.key());
          Place member = projects.semantics().name(fault.member());
          String where = fault.outside() ? "outside of its choice" : "in a second entry";
          String message =
              "`" + fault.name() + "` is a member of a choice: it has a prompt " + where;
          Draft draft =
              Draft.of(place, message)
                  .about(fault.name())
                  .see(List.of(new Related(member, "the member of the choice")))
                  .fix(() -> fixes(projects, place));
          sink.report(fault.fatal() ? draft : draft.as(Severity.WARNING));
        });
  }

  private static List<Fix> fixes(CheckedProjects projects, Place place) {
    Edits edits = Edits.in(projects, place.file());
    return edits
        .attributeAt(place.range().start())
        .filter(attribute -> attribute instanceof Attribute.Prompt)
        .map(line -> List.of(Fix.unsafe("Delete the line", edits.deleteLines(line.range()))))
        .orElse(List.of());
  }

  private static @Nullable Fault fault(ChoiceMembers members, ProjectModel model, MenuNode node) {
    Symbol symbol = node.symbol();
    if (symbol == null || symbol.nodes().size() < 2 || node.prompt().isEmpty()) {
      return null;
    }
    Dialect dialect = model.spec().dialect();
    ChoiceMembers.First first = members.first(dialect, symbol).orElse(null);
    if (first == null || isFirst(node, first)) {
      return null;
    }
    MenuNode member = first.node();
    Prop.Prompt prompt = node.prompt().get();
    boolean outside = !isSame(dialect, node.choice(), member.choice());
    boolean fatal = dialect.has(Feature.CHOICE_MEMBERS_CHECKED);
    boolean told = outside || (fatal && dialect.release() >= ONE_PROMPT_ONLY);
    return told ? new Fault(prompt.key(), symbol.name(), member, outside, fatal) : null;
  }

  /** Whether an entry in a choice has no member before it, so that the others are elsewhere. */
  private static boolean isFirst(MenuNode node, ChoiceMembers.First first) {
    return node == first.node() || (node.choice() != null && first.before().contains(node));
  }

  private static boolean isSame(Dialect dialect, @Nullable MenuNode a, @Nullable MenuNode b) {
    if (a == b) {
      return true;
    }
    // a choice of a name may have several blocks
    return a != null
        && b != null
        && dialect.has(Feature.NAMED_CHOICE)
        && a.item() instanceof Item.Choice first
        && b.item() instanceof Item.Choice second
        && first.name() != null
        && Objects.equals(first.name(), second.name());
  }
}
