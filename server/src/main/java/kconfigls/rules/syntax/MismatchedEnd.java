package kconfigls.rules.syntax;

import java.util.List;
import java.util.Optional;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.ProblemKind;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports end statements that do not fit the innermost open block. */
public final class MismatchedEnd implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax",
          "mismatched-end",
          Severity.ERROR,
          "an end statement closes no open block of its kind");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    Problems.report(file, sink, ProblemKind.MISMATCHED_END, (edits, range) -> fixes(edits, range));
  }

  private static List<Fix> fixes(Edits edits, TextRange range) {
    Fix delete = Fix.unsafe("Delete the line", edits.deleteLines(range));
    Optional<Statement.Block> around = edits.blockAround(range);
    if (around.isEmpty()) {
      return List.of(delete);
    }
    Statement.Block block = around.get();
    if (block.end() == null || !block.end().range().equals(range)) {
      String end = "end" + block.keyword().text();
      return List.of(Fix.unsafe("Write `" + end + "`", edits.replace(range, end)), delete);
    }
    Statement last = block.body().getLast();
    if (last instanceof Statement.Block inner && inner.end() == null) {
      String end = "end" + inner.keyword().text();
      String line = edits.indentation(inner.range().start()) + end + "\n";
      int start = edits.wholeLines(range).start();
      return List.of(Fix.unsafe("Insert `" + end + "`", edits.insert(start, line)), delete);
    }
    return List.of(delete);
  }
}
