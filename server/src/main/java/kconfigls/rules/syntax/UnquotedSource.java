package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;
import kconfigls.syntax.TreeWalk;

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
    TreeWalk.statements(
        file.tree().statements(),
        statement -> {
          if (statement instanceof Statement.Source source && source.path() != null) {
            check(file, sink, source.path());
          }
        });
  }

  private static void check(CheckedFile file, FindingSink sink, Term path) {
    boolean isWord = path.raw().indexOf('.') < 0 && path.raw().indexOf('/') < 0;
    boolean takesPath = isWord || file.has(Feature.DOTTED_WORDS);
    if (!path.isQuoted() && !(file.has(Feature.UNQUOTED_SOURCE) && takesPath)) {
      String message = "the path `" + path.raw() + "` needs quotes";
      sink.report(Draft.of(new Place(file.path(), path.range()), message));
    }
  }
}
