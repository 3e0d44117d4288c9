package kconfigls.rules.syntax;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.outline.ReservedWords;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Statement;
import kconfigls.syntax.Term;

/** Reports symbols named like a keyword, which scanners from 5.0 on do not take. */
public final class ReservedWordAsName implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax", "reserved-word-as-name", Severity.ERROR, "a keyword as the name of a symbol");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.has(Feature.OLD_SCANNER)) {
      return;
    }
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry && entry.name() != null) {
                check(file, sink, entry.name());
              }
            });
  }

  private static void check(CheckedFile file, FindingSink sink, Term name) {
    if (!name.isQuoted() && ReservedWords.contains(name.raw())) {
      String message = "`" + name.raw() + "` is a keyword and cannot name a symbol";
      sink.report(Draft.of(new Place(file.path(), name.range()), message).about(name.raw()));
    }
  }
}
