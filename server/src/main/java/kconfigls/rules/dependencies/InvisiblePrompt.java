package kconfigls.rules.dependencies;

import java.util.ArrayList;
import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.MenuNode;
import kconfigls.model.ProjectModel;
import kconfigls.model.ProjectModel.FileKey;
import kconfigls.outline.Item;
import kconfigls.outline.Prop;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Conditions;
import kconfigls.rules.Draft;
import kconfigls.rules.Fact;
import kconfigls.rules.FindingSink;
import kconfigls.rules.LineFixes;
import kconfigls.rules.PerEntry;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.Proofs;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Reports prompts that nobody can ever see although the entry is alive, because of their own
 * condition or of {@code visible if} in a menu around.
 */
public final class InvisiblePrompt implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "dependencies",
          "invisible-prompt",
          Severity.WARNING,
          "a prompt that can never be visible");

  private static final Hidden DEAD = new Hidden(-1, "", List.of(), false);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    PerEntry.always(projects, DEAD, (model, node) -> hidden(projects, model, node))
        .forEach((key, hidden) -> sink.report(draft(projects, key, hidden)));
  }

  /**
   * A prompt and why it is hidden.
   *
   * @param needed whether the entry must have a prompt
   */
  private record Hidden(int key, String name, List<Fact> reasons, boolean needed) {}

  private static Draft draft(CheckedProjects projects, FileKey key, Hidden hidden) {
    Place place = projects.semantics().place(key.file(), hidden.key());
    String message = "the prompt of `" + hidden.name() + "` can never be visible: ";
    message +=
        hidden.reasons().size() == 1
            ? "its condition is "
                + Fact.quoted(hidden.reasons().getFirst().expr())
                + ", which never holds"
            : Fact.text(hidden.reasons());
    Draft draft =
        Draft.of(place, message)
            .about(hidden.name())
            .see(Fact.places(projects.semantics(), hidden.reasons()));
    return hidden.needed() ? draft : draft.fix(LineFixes.deletePrompt(projects, place));
  }

  private static @Nullable Hidden hidden(
      CheckedProjects projects, ProjectModel model, MenuNode node) {
    if (!(node.item() instanceof Item.Entry entry)) {
      return null;
    }
    Prop.Prompt prompt = only(entry.props());
    if (prompt == null) {
      return null;
    }
    List<Fact> shown = Conditions.visibility(node);
    boolean byMenus = !shown.isEmpty();
    if (prompt.condition() != null) {
      shown.add(new Fact(Conditions.of(prompt.condition()), node, node, prompt.key()));
    }
    if (shown.isEmpty()) {
      return null;
    }
    Proofs proofs = Proofs.of(projects, model, node);
    List<Fact> facts = Conditions.facts(node);
    List<Fact> reasons = proofs.exclusion(facts, shown);
    if (reasons == null) {
      return null;
    }
    if (proofs.isImpossible(facts) || (byMenus && isHiddenMenu(proofs, node))) {
      return DEAD;
    }
    boolean needed = entry.keyword().equals("menuconfig") || node.choice() != null;
    return new Hidden(prompt.key(), entry.name(), reasons, needed);
  }

  private static Prop.@Nullable Prompt only(List<Prop> props) {
    Prop.Prompt found = null;
    for (Prop prop : props) {
      if (prop instanceof Prop.Prompt prompt) {
        if (found != null) {
          return null; // that is reported
        }
        found = prompt;
      }
    }
    return found;
  }

  /** Whether what the menus around say hides all prompts in them: it is reported there. */
  private static boolean isHiddenMenu(Proofs proofs, MenuNode node) {
    List<Fact> facts = new ArrayList<>(Conditions.inheritedFacts(node));
    facts.addAll(Conditions.visibility(node));
    return proofs.isImpossible(facts);
  }
}
