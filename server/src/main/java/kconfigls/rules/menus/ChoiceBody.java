package kconfigls.rules.menus;

import java.util.ArrayList;
import java.util.List;
import kconfigls.rules.CheckedFile;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** The statements that a file itself puts into its choices, in order of the text. */
record ChoiceBody(Statement.Choice choice, List<Inner> inner) {
  /**
   * A statement of a choice.
   *
   * @param conditions the {@code if} blocks of the choice that it stands in, the outermost first
   */
  record Inner(Statement statement, List<Statement.If> conditions) {}

  static List<ChoiceBody> of(CheckedFile file) {
    List<ChoiceBody> bodies = new ArrayList<>();
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Choice choice) {
                List<Inner> inner = new ArrayList<>();
                collect(choice.body(), List.of(), inner);
                bodies.add(new ChoiceBody(choice, List.copyOf(inner)));
              }
            });
    return bodies;
  }

  private static void collect(
      List<Statement> statements, List<Statement.If> conditions, List<Inner> inner) {
    for (Statement statement : statements) {
      inner.add(new Inner(statement, conditions));
      if (statement instanceof Statement.If block) {
        List<Statement.If> more = new ArrayList<>(conditions);
        more.add(block);
        collect(block.body(), List.copyOf(more), inner);
      }
    }
  }

  /** Whether one of these attributes gives a prompt. */
  static boolean hasPrompt(List<Attribute> attributes) {
    return attributes.stream()
        .anyMatch(
            attribute ->
                attribute instanceof Attribute.Prompt
                    || (attribute instanceof Attribute.Type type && type.prompt() != null));
  }

  /** Whether some line of a range could not be read, so that nothing may be said to be missing. */
  static boolean isBroken(CheckedFile file, TextRange range) {
    return file.tree().problems().stream()
        .anyMatch(
            problem ->
                problem.range().start() >= range.start() && problem.range().start() <= range.end());
  }
}
