package kconfigls.rules.profiles;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileLines;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.text.TextRange;

/** Reports {@code visible if} of entries and choices, which ESP-IDF's parser takes and ignores. */
public final class EspVisibleOnConfig implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
              "profiles",
              "esp-visible-on-config",
              Severity.INFO,
              "`visible if` outside a menu, where ESP-IDF ignores it")
          .only("esp-idf");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry || statement instanceof Statement.Choice) {
                for (Attribute attribute : ((Statement.WithAttributes) statement).attributes()) {
                  if (attribute instanceof Attribute.Visible visible) {
                    report(file, visible, sink);
                  }
                }
              }
            });
  }

  private static void report(CheckedFile file, Attribute.Visible visible, FindingSink sink) {
    sink.report(
        Draft.of(
                new Place(file.path(), visible.keyword().range()),
                "`visible if` is ignored here: it belongs to menus; a prompt may have an `if`")
            .fix(() -> List.of(delete(file, visible))));
  }

  private static Fix delete(CheckedFile file, Attribute.Visible visible) {
    FileLines lines = file.lines();
    int first = lines.of(visible.range().start());
    int last = lines.of(visible.range().end());
    TextRange whole = new TextRange(lines.start(first), lines.start(last + 1));
    return Fix.safe("Delete the line", new Fix.Edit(new Place(file.path(), whole), ""));
  }
}
