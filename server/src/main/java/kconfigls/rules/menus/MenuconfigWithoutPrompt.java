package kconfigls.rules.menus;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;

/** Reports a menuconfig without a prompt: a warning, and an error in Linux 7.2. */
public final class MenuconfigWithoutPrompt implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "menuconfig-without-prompt",
          Severity.WARNING,
          "a `menuconfig` without a prompt");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry
                  && entry.keyword().is("menuconfig")
                  && !ChoiceBody.hasPrompt(entry.attributes())
                  && !ChoiceBody.isBroken(file, entry.range())) {
                Place place = new Place(file.path(), entry.keyword().range());
                Fix fix = Fix.safe("Write `config`", new Fix.Edit(place, "config"));
                Draft draft =
                    Draft.of(place, "`menuconfig` without a prompt shows no menu")
                        .fix(() -> List.of(fix));
                boolean fatal = file.has(Feature.MENUCONFIG_PROMPT_NEEDED);
                sink.report(fatal ? draft.as(Severity.ERROR) : draft);
              }
            });
  }
}
