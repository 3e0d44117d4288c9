package kconfigls.rules.menus;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
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
          "a choice with a name or a type, which the tree's own program no longer takes");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (ChoiceBody body : ChoiceBody.of(file)) {
      Statement.Choice choice = body.choice();
      if (choice.name() != null && !file.has(Feature.NAMED_CHOICE)) {
        report(file, sink, choice.name().range(), "a choice can have no name here: delete it");
      }
      for (Attribute attribute : choice.attributes()) {
        if (attribute instanceof Attribute.Type type && !isAllowed(file, type)) {
          String message = "a choice can have no type here: " + instead(type);
          report(file, sink, type.keyword().range(), message);
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

  private static void report(CheckedFile file, FindingSink sink, TextRange range, String message) {
    sink.report(Draft.of(new Place(file.path(), range), message));
  }
}
