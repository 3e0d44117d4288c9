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

/** Reports {@code visible} without {@code if}, which means nothing. */
public final class VisibleWithoutIf implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "syntax", "visible-without-if", Severity.WARNING, "`visible` without a condition");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    for (Attribute attribute : file.attributes()) {
      if (attribute instanceof Attribute.Visible visible && visible.condition() == null) {
        String message = "`visible` means nothing without `if`";
        Draft draft =
            Draft.of(new Place(file.path(), visible.keyword().range()), message)
                .fix(
                    () ->
                        List.of(
                            Fix.safe(
                                "Delete the line", Edits.in(file).deleteLines(visible.range()))));
        sink.report(file.has(Feature.VISIBLE_NEEDS_IF) ? draft.as(Severity.ERROR) : draft);
      }
    }
  }
}
