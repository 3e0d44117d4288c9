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
import kconfigls.text.TextRange;
import org.jspecify.annotations.Nullable;

/** Reports statements that a choice cannot hold: the language page, B.1 and E.2. */
public final class StatementNotAllowedInChoice implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "statement-not-allowed-in-choice",
          Severity.ERROR,
          "a statement that a choice cannot hold");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (ChoiceBody body : ChoiceBody.of(file)) {
      for (ChoiceBody.Inner inner : body.inner()) {
        Place place = misplaced(file, inner);
        if (place != null) {
          String word = place.range().of(file.text());
          Draft draft =
              Draft.of(place, "`" + word + "` cannot stand in a choice")
                  .fix(() -> fixes(place, word));
          sink.report(file.has(Feature.LENIENT) ? draft.as(Severity.HINT) : draft);
        }
      }
    }
  }

  private static List<Fix> fixes(Place place, String word) {
    return word.equals("menuconfig")
        ? List.of(Fix.safe("Write `config`", new Fix.Edit(place, "config")))
        : List.of();
  }

  private static @Nullable Place misplaced(CheckedFile file, ChoiceBody.Inner inner) {
    boolean any = file.has(Feature.ANY_IN_CHOICE);
    // before 5.8 an `if` block has the same grammar inside and outside of choices
    boolean blocks = file.has(Feature.BLOCKS_IN_CHOICE) || (any && !inner.conditions().isEmpty());
    return switch (inner.statement()) {
      case Statement.Entry entry ->
          any || !entry.keyword().is("menuconfig") ? null : at(file, entry.keyword().range());
      case Statement.Menu menu -> blocks ? null : at(file, menu.keyword().range());
      case Statement.Choice choice -> blocks ? null : at(file, choice.keyword().range());
      case Statement.Source source ->
          file.has(Feature.SOURCE_IN_CHOICE) ? null : at(file, source.keyword().range());
      case Statement.Assignment assignment -> any ? null : at(file, assignment.name().range());
      case Statement.If block -> null;
      case Statement.Comment comment -> null;
      case Statement.MainMenu mainMenu -> null;
      case Statement.MacroLine line -> null;
      case Statement.StrayAttribute stray -> null;
      case Statement.StrayEnd end -> null;
      case Statement.Unknown unknown -> null;
    };
  }

  private static Place at(CheckedFile file, TextRange range) {
    return new Place(file.path(), range);
  }
}
