package kconfigls.rules.menus;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;

/** Reports choices without a prompt: an error since Linux 6.9, before that a warning. */
public final class ChoiceWithoutPrompt implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("menus", "choice-without-prompt", Severity.ERROR, "a choice that cannot be made");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    boolean fatal = file.has(Feature.CHOICE_PROMPT_NEEDED);
    for (ChoiceBody body : ChoiceBody.of(file)) {
      Statement.Choice choice = body.choice();
      // the prompt of a named choice may stand in another block of the same name
      boolean elsewhere = choice.name() != null && file.has(Feature.NAMED_CHOICE);
      if (!elsewhere
          && !ChoiceBody.hasPrompt(choice.attributes())
          && !ChoiceBody.isBroken(file, choice.range())) {
        Place place = new Place(file.path(), choice.keyword().range());
        Draft draft = Draft.of(place, "a choice must have a prompt");
        sink.report(fatal ? draft : draft.as(Severity.WARNING));
      }
    }
  }
}
