package kconfigls.rules.menus;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports names and types of choices where releases no longer take them: the page, C.8. */
public final class ChoiceLegacyFeature implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "choice-legacy-feature",
          Severity.ERROR,
          "a choice with a name or a type that the tree's own program does not take");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (ChoiceBody body : ChoiceBody.of(file)) {
      Statement.Choice choice = body.choice();
      if (choice.name() != null && !file.has(Feature.NAMED_CHOICE)) {
        TextRange range = choice.name().range();
        sink.report(
            Draft.of(new Place(file.path(), range), "a choice can have no name here: delete it")
                .fix(
                    () ->
                        List.of(Fix.unsafe("Delete the name", Edits.in(file).deleteWord(range)))));
      } else if (choice.name() != null
          && choice.name().isQuoted()
          && !file.has(Feature.QUOTED_CHOICE_NAME)) {
        Place place = new Place(file.path(), choice.name().range());
        sink.report(Draft.of(place, "the name of a choice is a word without quotes here"));
      }
      for (Attribute attribute : choice.attributes()) {
        if (attribute instanceof Attribute.Type type && !isAllowed(file, type)) {
          String message = "a choice can have no type here: " + instead(type);
          sink.report(
              Draft.of(new Place(file.path(), type.keyword().range()), message)
                  .fix(() -> List.of(fix(file, type))));
        }
      }
    }
  }

  private static boolean isAllowed(CheckedFile file, Attribute.Type type) {
    boolean prompt = type.prompt() != null && type.keyword().is("bool");
    return switch (type.keyword().text()) {
      case "bool", "tristate" ->
          file.has(Feature.CHOICE_TYPE) || (prompt && file.has(Feature.CHOICE_BOOL_PROMPT));
      default -> true; // another rule's
    };
  }

  private static String instead(Attribute.Type type) {
    return type.prompt() == null ? "delete the line" : "write `prompt`";
  }

  private static Fix fix(CheckedFile file, Attribute.Type type) {
    Edits edits = Edits.in(file);
    String title = type.prompt() == null ? "Delete the line" : "Write `prompt`";
    Fix.Edit edit =
        type.prompt() == null
            ? edits.deleteLines(type.range())
            : edits.replace(type.keyword().range(), "prompt");
    // every choice is bool now
    return type.keyword().is("bool") ? Fix.safe(title, edit) : Fix.unsafe(title, edit);
  }
}
