package kconfigls.rules.suppressions;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.rules.Suppression;
import kconfigls.rules.Suppression.RuleId;
import kconfigls.rules.SuppressionRule;
import kconfigls.rules.Suppressions;
import kconfigls.text.TextRange;

/** Reports comments that suppress nothing (any more). */
public final class UnusedSuppression implements SuppressionRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "suppressions",
          "unused-suppression",
          Severity.INFO,
          "a comment suppresses a finding that is not there");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, List<RuleId> unused, FindingSink sink) {
    Set<RuleId> needless = Set.copyOf(unused);
    for (Suppression suppression : Suppressions.of(file.tree(), file.dialect()).all()) {
      List<RuleId> own = suppression.rules().stream().filter(needless::contains).toList();
      if (!own.isEmpty() && own.size() == suppression.rules().size()) {
        report(file, suppression.comment(), own, deleted(file, suppression.comment()), sink);
      } else {
        own.forEach(
            rule -> report(file, rule.range(), List.of(rule), item(file, rule.range()), sink));
      }
    }
  }

  private static void report(
      CheckedFile file, TextRange at, List<RuleId> rules, TextRange deleted, FindingSink sink) {
    String names =
        rules.stream().map(rule -> "`" + rule.id() + "`").collect(Collectors.joining(", "));
    String message = names + " would report nothing here: this comment is needless";
    Fix fix = Fix.safe("Delete it", new Fix.Edit(new Place(file.path(), deleted), ""));
    sink.report(Draft.of(new Place(file.path(), at), message).fix(() -> List.of(fix)));
  }

  /** A comment with the blanks before it, and with its line if nothing else stands there. */
  private static TextRange deleted(CheckedFile file, TextRange comment) {
    String text = file.text();
    int start = comment.start();
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    boolean alone = start == 0 || text.charAt(start - 1) == '\n';
    int line = file.line(comment.start());
    int next = file.tree().source().lines().start(line + 1);
    return new TextRange(start, alone ? next : comment.end());
  }

  /** A rule of a list with its comma: the one after it, or, of the last, the one before. */
  private static TextRange item(CheckedFile file, TextRange rule) {
    String text = file.text();
    int end = rule.end();
    while (text.charAt(end) == ' ' || text.charAt(end) == ',') {
      end++;
    }
    int start = rule.start();
    while (text.charAt(end) == ']'
        && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == ',')) {
      start--;
    }
    return new TextRange(start, end);
  }
}
