package kconfigls.rules.macros;

import java.util.List;
import java.util.stream.Stream;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.dialect.MacroLibrary;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;

/** Reports assignments that end an entry before its last attribute, or that stand in a choice. */
public final class AssignmentInEntry implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "assignment-in-entry",
          Severity.ERROR,
          "an assignment between the attributes of an entry, or in a choice");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.has(Feature.MACROS) && !MacroLibrary.of(file.dialect()).isPython()) {
      check(file, sink, file.tree().statements(), false);
    }
  }

  private static void check(
      CheckedFile file, FindingSink sink, List<Statement> statements, boolean inChoice) {
    int lastAttribute = -1;
    for (Statement statement : statements) {
      if (statement instanceof Statement.WithAttributes with) {
        lastAttribute = Math.max(lastAttribute, lastAttribute(with));
      }
      if (statement instanceof Statement.Block block) {
        boolean choice = inChoice || block instanceof Statement.Choice;
        check(file, sink, block.body(), choice);
        assignments(block.body())
            .filter(a -> !choice && a.range().start() < lastAttribute(block))
            .forEach(a -> report(file, sink, a, "the attributes behind it belong to nothing"));
      } else if (statement instanceof Statement.Assignment assignment) {
        if (inChoice) {
          report(file, sink, assignment, "a choice holds no assignments");
        } else if (assignment.range().start() < lastAttribute) {
          report(file, sink, assignment, "the attributes behind it belong to nothing");
        }
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
      CheckedFile file, FindingSink sink, Statement.Assignment assignment, String why) {
    Place place = new Place(file.path(), assignment.range());
    Draft draft = Draft.of(place, "an assignment must stand before the entry: " + why);
    sink.report(file.has(Feature.LENIENT) ? draft.as(Severity.HINT) : draft);
  }
}
