package kconfigls.rules;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** The operators of assignments as they are written. */
public final class AssignmentOperators {
  private AssignmentOperators() {}

  /** The place of an operator of make, such as {@code ?=}, of which only a part is Kconfig's. */
  public static Optional<TextRange> foreign(CheckedFile file, Statement.Assignment assignment) {
    String text = file.text();
    int end = text.indexOf(assignment.op(), assignment.name().range().end());
    int start = end;
    while (start > assignment.name().range().end() && isPart(text.charAt(start - 1))) {
      start--;
    }
    return start < end
        ? Optional.of(new TextRange(start, end + assignment.op().length()))
        : Optional.empty();
  }

  /** The offsets of all characters of such operators in a file. */
  public static Set<Integer> foreign(CheckedFile file) {
    Set<Integer> offsets = new HashSet<>();
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Assignment assignment) {
                foreign(file, assignment)
                    .ifPresent(
                        range -> IntStream.range(range.start(), range.end()).forEach(offsets::add));
              }
            });
    return offsets;
  }

  private static boolean isPart(char c) {
    return c == '?' || c == ':';
  }
}
