package kconfigls.rules.menus;

import java.util.List;
import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.Fix;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;

/** Reports what Zephyr's configdefault cannot hold, which is all but defaults. */
public final class ConfigdefaultAttribute implements FileRule {
  private static final RuleInfo INFO =
      RuleInfo.of(
          "menus",
          "configdefault-attribute",
          Severity.ERROR,
          "an attribute other than `default` in a `configdefault`");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public void check(CheckedFile file, FindingSink sink) {
    if (!file.has(Feature.CONFIGDEFAULT)) {
      return;
    }
    file.statements()
        .forEach(
            statement -> {
              if (statement instanceof Statement.Entry entry
                  && entry.keyword().is("configdefault")) {
                entry.attributes().stream()
                    .filter(attribute -> !attribute.keyword().is("default"))
                    .forEach(attribute -> report(file, sink, entry, attribute));
              }
            });
  }

  private static void report(
      CheckedFile file, FindingSink sink, Statement.Entry entry, Attribute attribute) {
    String message =
        "`" + attribute.keyword().text() + "` cannot stand in a `configdefault`: use `config`";
    Place word = new Place(file.path(), entry.keyword().range());
    Fix fix = Fix.unsafe("Write `config`", new Fix.Edit(word, "config"));
    sink.report(
        Draft.of(new Place(file.path(), attribute.keyword().range()), message)
            .fix(() -> List.of(fix)));
  }
}
