package kconfigls.rules.macros;

import java.util.List;
import java.util.stream.Stream;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.dialect.MacroLibrary;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports assignments that end an entry before its last attribute, or that stand in a choice. */
public final class AssignmentInEntry implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "assignment-in-entry",
          Severity.ERROR,
          "an assignment between the attributes of an entry");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.has(Feature.MACROS) && !MacroLibrary.of(file.dialect()).isPython()) {
      check(file, sink, file.tree().statements());
    }
  }

  private static void check(CheckedFile file, FindingSink sink, List<Statement> statements) {
    int lastAttribute = -1;
    Statement last = null;
    for (Statement statement : statements) {
      if (statement instanceof Statement.WithAttributes with) {
        lastAttribute = Math.max(lastAttribute, lastAttribute(with));
        last = with;
      }
      if (statement instanceof Statement.Block block) {
        if (block instanceof Statement.Choice && !file.has(Feature.ANY_IN_CHOICE)) {
          continue; // where a choice holds no assignments, another rule says so
        }
        check(file, sink, block.body());
        assignments(block.body())
            .filter(a -> a.range().start() < lastAttribute(block))
            .forEach(a -> report(file, sink, block, a));
      } else if (statement instanceof Statement.Assignment assignment
          && last != null
          && assignment.range().start() < lastAttribute) {
        report(file, sink, last, assignment);
      }
    }
  }

  private static Stream<Statement.Assignment> assignments(List<Statement> statements) {
    return statements.stream()
        .filter(Statement.Assignment.class::isInstance)
        .map(Statement.Assignment.class::cast);
  }

  /** Where the last attribute of a statement begins; -1 for none. */
  private static int lastAttribute(Statement statement) {
    return statement instanceof Statement.WithAttributes with && !with.attributes().isEmpty()
        ? with.attributes().getLast().range().start()
        : -1;
  }

  private static void report(
      CheckedFile file, FindingSink sink, Statement entry, Statement.Assignment assignment) {
    Place place = new Place(file.path(), assignment.range());
    String message =
        "an assignment must stand before the entry: the attributes behind it belong to nothing";
    Draft draft = Draft.of(place, message).fix(() -> List.of(fix(file, entry, assignment)));
    sink.report(file.has(Feature.LENIENT) ? draft.as(Severity.HINT) : draft);
  }

  /** What stands before the assignment may use the old value. */
  private static Fix fix(CheckedFile file, Statement entry, Statement.Assignment assignment) {
    Edits edits = Edits.in(file);
    TextRange before = new TextRange(entry.range().start(), assignment.range().start());
    String title = "Move it above the entry";
    Fix.Edit[] moved = {
      edits.insertBefore(entry.range(), assignment.range().of(file.text())),
      edits.deleteLines(assignment.range())
    };
    return before.of(file.text()).contains("$") ? Fix.unsafe(title, moved) : Fix.safe(title, moved);
  }
}
