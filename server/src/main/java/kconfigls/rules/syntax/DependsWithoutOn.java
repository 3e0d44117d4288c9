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
import kconfigls.syntax.Attribute;

/** Reports dependencies that lack the second word. */
public final class DependsWithoutOn implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of("syntax", "depends-without-on", Severity.ERROR, "`depends` without `on`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (file.has(Feature.DEPENDS_WITHOUT_ON)) {
      return;
    }
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Depends depends && !depends.on()) {
        String message = "`depends` must be followed by `on`";
        Edits edits = Edits.in(file);
        int end = depends.keyword().range().end();
        sink.report(
            Draft.of(new Place(file.path(), depends.keyword().range()), message)
                .fix(() -> List.of(Fix.safe("Write `depends on`", edits.insert(end, " on")))));
      }
    }
  }
}
