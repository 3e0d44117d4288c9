package kconfigls.rules.style;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import org.jspecify.annotations.Nullable;

/** Reports second help texts of an entry; Linux 7.2 and later refuses them (parser.y). */
public final class DuplicateHelp implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("style", "duplicate-help", Severity.WARNING, "a second help text of one entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.WithAttributes with) {
                check(file, with, sink);
              }
            });
  }

  private static void check(
      CheckedFile file, Statement.WithAttributes statement, FindingSink sink) {
    boolean fatal = file.dialect().release() >= 702 && !file.has(Feature.LENIENT);
    Attribute.@Nullable Help first = null;
    for (Attribute attribute : statement.attributes()) {
      if (!(attribute instanceof Attribute.Help help)) {
        continue;
      }
      if (first == null) {
        first = help;
      } else if (!help.text().isEmpty()) { // empty-help says it of one that is empty
        Draft draft = draft(file, first, help, fatal);
        sink.report(fatal ? draft.as(Severity.ERROR) : draft);
      }
    }
  }

  private static Draft draft(
      CheckedFile file, Attribute.Help first, Attribute.Help again, boolean fatal) {
    Place earlier = new Place(file.path(), first.keyword().range());
    String effect = fatal ? "is refused" : "replaces the first one";
    return Draft.of(
            new Place(file.path(), again.keyword().range()),
            "the second help text of this entry " + effect)
        .see(List.of(new Related(earlier, "the first help text")))
        .fix(() -> HelpMerge.fixes(file, first, again));
  }
}
