package kconfigls.rules;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.SyntaxProblem;

/** Lines that were meant as help text but are indented less than its first line. */
public final class DedentedHelp {
  private DedentedHelp() {}

  /** Those lines, from 0: indented lines with a syntax error that follow a help text directly. */
  public static Set<Integer> lines(CheckedFile file) {
    Set<Integer> wrong = new TreeSet<>();
    for (SyntaxProblem problem : file.tree().problems()) {
      wrong.add(file.line(problem.range().start()));
    }
    Set<Integer> dedented = new HashSet<>();
    if (wrong.isEmpty()) {
      return dedented;
    }
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Help help && !help.text().isEmpty()) {
        int line = file.line(help.textRange().end());
        while (wrong.contains(line) && isIndented(file, line)) {
          dedented.add(line++);
        }
      }
    }
    return dedented;
  }

  private static boolean isIndented(CheckedFile file, int line) {
    int start = file.tree().source().lines().start(line);
    return start < file.text().length()
        && (file.text().charAt(start) == ' ' || file.text().charAt(start) == '\t');
  }
}
