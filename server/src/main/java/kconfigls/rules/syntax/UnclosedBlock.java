package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;

/** Reports blocks that are still open at the end of the file. */
public final class UnclosedBlock implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "unclosed-block",
          Severity.ERROR,
          "a menu, if or choice has no end in its file");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(
        file,
        sink,
        ProblemKind.UNCLOSED_BLOCK,
        (edits, range) -> {
          String end = "end" + range.of(file.text());
          String line = edits.indentation(range.start()) + end + "\n";
          String before = file.text().endsWith("\n") ? "" : "\n";
          Fix.Edit edit = edits.insert(file.text().length(), before + line);
          return List.of(Fix.unsafe("Add `" + end + "` at the end of the file", edit));
        });
  }
}
