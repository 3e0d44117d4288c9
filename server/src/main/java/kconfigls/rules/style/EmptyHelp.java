package kconfigls.rules.style;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;

/** Reports help keywords without a text; Linux 7.2 and later refuses them (parser.y). */
public final class EmptyHelp implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("style", "empty-help", Severity.WARNING, "a help without a text");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    boolean fatal = file.dialect().release() >= 702 && !file.has(Feature.LENIENT);
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.WithAttributes with) {
                for (Attribute attribute : with.attributes()) {
                  if (attribute instanceof Attribute.Help help && help.text().isEmpty()) {
                    Draft draft = draft(file, with, help);
                    sink.report(fatal ? draft.as(Severity.ERROR) : draft);
                  }
                }
              }
            });
  }

  private static Draft draft(
      CheckedFile file, Statement.WithAttributes owner, Attribute.Help help) {
    Place place = new Place(file.path(), help.keyword().range());
    return Draft.of(place, "`" + help.keyword().text() + "` has no text")
        .fix(() -> fixes(file, owner, help));
  }

  /** Deletes the keyword, unless a comment beside it would go, too. */
  private static List<Fix> fixes(
      CheckedFile file, Statement.WithAttributes owner, Attribute.Help help) {
    FileLines lines = file.lines();
    int line = file.line(help.keyword().range().start());
    if (lines.content(line).end() != help.keyword().range().end()) {
      return List.of();
    }
    // of several texts the last one counts, even if it is blank
    long helps = owner.attributes().stream().filter(Attribute.Help.class::isInstance).count();
    Fix.Edit edit = Lines.delete(file, line, line);
    String title = "Delete `" + help.keyword().text() + "`";
    return List.of(helps == 1 ? Fix.safe(title, edit) : Fix.unsafe(title, edit));
  }
}
