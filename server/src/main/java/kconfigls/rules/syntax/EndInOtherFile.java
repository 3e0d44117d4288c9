package kconfigls.rules.syntax;

import java.util.List;
import java.util.Optional;
import kconfigls.analysis.FileCell;
import kconfigls.analysis.Place;
import kconfigls.model.FileInstance;
import kconfigls.model.ProjectModel;
import kconfigls.rules.CheckedProjects;
import kconfigls.rules.Draft;
import kconfigls.rules.Finding.Related;
import kconfigls.rules.FindingSink;
import kconfigls.rules.ProjectRule;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.SyntaxProblem;
import kconfigls.vfs.VfsPath;

/** Reports an end statement whose block was opened by an including file. */
public final class EndInOtherFile implements ProjectRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "end-in-other-file",
          Severity.ERROR,
          "a block ends in another file than it begins in");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedProjects projects, FindingSink sink) {
    for (VfsPath file : projects.files()) {
      List<SyntaxProblem> ends = problems(projects, file, ProblemKind.MISMATCHED_END);
      if (!ends.isEmpty()) {
        Optional<Place> opener = opener(projects, file);
        opener.ifPresent(place -> ends.forEach(end -> sink.report(draft(file, end, place))));
      }
    }
  }

  private static Draft draft(VfsPath file, SyntaxProblem end, Place opener) {
    Related related = new Related(opener, "the block that is still open begins here");
    return Draft.of(new Place(file, end.range()), "a block must end in the file that it begins in")
        .see(List.of(related));
  }

  private static List<SyntaxProblem> problems(
      CheckedProjects projects, VfsPath file, ProblemKind kind) {
    Optional<FileCell> cell = projects.semantics().snapshot().present(file);
    return cell.isEmpty() || cell.get().problems().isEmpty()
        ? List.of()
        : cell.get().problems().stream().filter(problem -> problem.kind() == kind).toList();
  }

  /** An open block of a file that includes this one. */
  private static Optional<Place> opener(CheckedProjects projects, VfsPath file) {
    for (ProjectModel model : projects.including(file)) {
      for (FileInstance instance : model.instancesOf(file)) {
        FileInstance at = instance.includer();
        while (at != null) {
          List<SyntaxProblem> open = problems(projects, at.file(), ProblemKind.UNCLOSED_BLOCK);
          if (!open.isEmpty()) {
            return Optional.of(new Place(at.file(), open.getLast().range()));
          }
          at = at.includer();
        }
      }
    }
    return Optional.empty();
  }
}
