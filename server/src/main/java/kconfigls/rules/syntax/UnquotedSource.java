package kconfigls.rules.syntax;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.Edits;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

/** Reports paths that are bare words. */
public final class UnquotedSource implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "unquoted-source", Severity.ERROR, "a source path without quotes");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Source source && source.path() != null) {
                check(file, sink, source.path());
              }
            });
  }

  private static void check(CheckedFile file, FindingSink sink, Term path) {
    boolean isWord = path.raw().indexOf('.') < 0 && path.raw().indexOf('/') < 0;
    boolean takesPath = isWord || file.has(Feature.DOTTED_WORDS);
    if (path.isQuoted()) {
      return;
    }
    boolean lenient = file.has(Feature.LENIENT);
    boolean taken = file.has(Feature.UNQUOTED_SOURCE) && takesPath;
    if (taken && lenient) {
      return; // as QEMU writes them
    }
    String message =
        "the path `" + path.raw() + "` " + (taken || lenient ? "should have" : "needs") + " quotes";
    Draft draft =
        Draft.of(new Place(file.path(), path.range()), message)
            .fix(() -> List.of(Fix.safe("Add the quotes", Edits.in(file).quote(path.range()))));
    if (lenient) {
      sink.report(draft.as(Severity.HINT));
    } else {
      sink.report(taken ? draft.as(Severity.INFO) : draft);
    }
  }
}
