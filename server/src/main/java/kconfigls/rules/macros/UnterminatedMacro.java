package kconfigls.rules.macros;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.model.MacroIssue;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.text.TextRange;

/** Reports macros that end with their line, in the text of a file or of a variable. */
public final class UnterminatedMacro implements FileRule, ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "macros",
          "unterminated-macro",
          Severity.ERROR,
          "a macro without its closing parenthesis");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (SyntaxProblem problem : file.tree().problems()) {
      if (problem.kind() == ProblemKind.UNTERMINATED_MACRO) {
        sink.report(
            Draft.of(new Place(file.path(), problem.range()), problem.message())
                .fix(() -> List.of(fix(file, problem.range()))));
      }
    }
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    MacroIssues.report(
        projects,
        sink,
        at ->
            at.is(MacroIssue.Kind.UNTERMINATED)
                ? at.say("the macro `" + at.issue().subject() + "` has no closing ')'")
                : null);
  }

  private static Fix fix(CheckedFile file, TextRange range) {
    String text = range.of(file.text()).stripTrailing();
    long open = text.chars().filter(c -> c == '(').count();
    long closed = text.chars().filter(c -> c == ')').count();
    String missing = ")".repeat((int) Math.max(1, open - closed));
    boolean quoted = text.endsWith("\"");
    int end = range.start() + text.length() - (quoted ? 1 : 0);
    return Fix.unsafe("Add `" + missing + "`", Edits.in(file).insert(end, missing));
  }
}
