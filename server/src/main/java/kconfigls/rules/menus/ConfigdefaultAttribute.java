package kconfigls.rules.menus;

import kconfigls.analysis.Place;
import kconfigls.dialect.Feature;
import kconfigls.rules.CheckedFile;
import kconfigls.rules.Draft;
import kconfigls.rules.FileRule;
import kconfigls.rules.FindingSink;
import kconfigls.rules.RuleInfo;
import kconfigls.rules.Severity;
import kconfigls.syntax.Attribute;
import kconfigls.syntax.Statement;
import kconfigls.syntax.TreeWalk;

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
    TreeWalk.statements(
        file.tree().statements(),
        statement -> {
          if (statement instanceof Statement.Entry entry && entry.keyword().is("configdefault")) {
            entry.attributes().stream()
                .filter(attribute -> !attribute.keyword().is("default"))
                .forEach(attribute -> report(file, sink, attribute));
          }
        });
  }

  private static void report(CheckedFile file, FindingSink sink, Attribute attribute) {
    String message =
        "`" + attribute.keyword().text() + "` cannot stand in a `configdefault`: use `config`";
    sink.report(Draft.of(new Place(file.path(), attribute.keyword().range()), message));
  }
}
