package kconfigls.cli.report;

import java.io.PrintWriter;
import java.util.List;
import kconfigls.values.ConfigProblem;
import kconfigls.values.ConfigProblem.Kind;

/** The problems of configuration files as lines for people. */
public record ConfigProblems(List<ConfigProblem> problems) {
  private static final int SHOWN = 200;

  /** Whether a part of a file is missing, so that its values would be wrong. */
  public boolean isIncomplete() {
    return problems.stream().anyMatch(ConfigProblems::isError);
  }

  private static boolean isError(ConfigProblem problem) {
    return problem.kind() == Kind.MISSING_INCLUDE;
  }

  /** Lines {@code FILE:LINE: warning: MESSAGE}, errors first; of very many only the first. */
  public void print(PrintWriter err) {
    problems.stream().filter(ConfigProblems::isError).forEach(p -> err.println(line(p, "error")));
    List<ConfigProblem> warnings = problems.stream().filter(p -> !isError(p)).toList();
    warnings.stream().limit(SHOWN).forEach(p -> err.println(line(p, "warning")));
    if (warnings.size() > SHOWN) {
      err.println("… and " + (warnings.size() - SHOWN) + " more warnings");
    }
  }

  private static String line(ConfigProblem problem, String severity) {
    int line = problem.place().position().line() + 1;
    return problem.place().file() + ":" + line + ": " + severity + ": " + problem.message();
  }
}
