package kconfigls.rules.menus;

import java.util.HashSet;
import java.util.Set;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.ExprNode;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;

/** Reports members of a choice that cannot be chosen: an error since Linux 6.11. */
public final class ChoiceMemberWithoutPrompt implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "choice-member-without-prompt",
          Severity.ERROR,
          "a member of a choice that cannot be chosen");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    ChoiceBody.of(file).forEach(body -> check(file, body, sink));
  }

  private static void check(CheckedFile file, ChoiceBody body, FindingSink sink) {
    boolean checked = file.has(Feature.CHOICE_MEMBERS_CHECKED);
    Set<String> before = new HashSet<>();
    for (ChoiceBody.Inner inner : body.inner()) {
      if (!(inner.statement() instanceof Statement.Entry entry) || entry.name() == null) {
        continue;
      }
      // older programs look at a symbol's first entry only, and take what depends on a sibling for
      // no member
      boolean member = checked || !(before.contains(entry.name().raw()) || isBelow(inner, before));
      before.add(entry.name().raw());
      if (member
          && !ChoiceBody.hasPrompt(entry.attributes())
          && !ChoiceBody.isBroken(file, entry.range())) {
        String name = entry.name().raw();
        Place place = new Place(file.path(), entry.name().range());
        Draft draft = Draft.of(place, "`" + name + "` needs a prompt to be chosen").about(name);
        sink.report(checked ? draft : draft.as(Severity.WARNING));
      }
    }
  }

  /** Whether a statement's condition names a sibling. */
  private static boolean isBelow(ChoiceBody.Inner inner, Set<String> siblings) {
    for (Statement.If block : inner.conditions()) {
      if (block.condition() != null && names(block.condition(), siblings)) {
        return true;
      }
    }
    return inner.statement() instanceof Statement.Entry entry
        && entry.attributes().stream()
            .anyMatch(
                attribute ->
                    attribute instanceof Attribute.Depends depends
                        && names(depends.value(), siblings));
  }

  private static boolean names(ExprNode expression, Set<String> siblings) {
    boolean[] found = {false};
    TreeWalk.expression(
        expression, node -> found[0] |= node instanceof Term term && siblings.contains(term.raw()));
    return found[0];
  }
}
